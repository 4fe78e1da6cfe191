import { ENTRY_KINDS, type EntryKind } from '../../../domain/facts/code.ts';
import type { Component } from '../../../domain/facts/manifest.ts';
import { LIMITS } from '../../limits.ts';
import type { Program } from '../program.ts';
import { componentMethods } from './component-methods.ts';
import type { Hierarchy } from './hierarchy.ts';
import type { DeclaredApp } from './types.ts';

/** A class of the program that the system enters, and where. */
export interface Entry {
  readonly kind: EntryKind;
  /** Dotted. */
  readonly class: string;
  readonly type: number;
  readonly bodies: readonly number[];
}

const BOOT = /^(?:android|com\.htc)\.intent\.action\.(?:(?:LOCKED_)?BOOT_COMPLETED|QUICKBOOT_POWERON|REBOOT|USER_UNLOCKED)$/;
const CONNECTIVITY = /^android\.net\.(?:conn\.CONNECTIVITY_CHANGE|wifi\.)/;
/** Name of the metadata value by which `androidx.startup.InitializationProvider` is told of initialisers. */
const STARTUP = 'androidx.startup';

/**
 * The entry points of a package, in the order in which the system comes to them: those whose class the program defines. Providers of
 * other processes and disabled components are none: they do not run with the app.
 */
export function findEntries(program: Program, hierarchy: Hierarchy, declared: DeclaredApp): readonly Entry[] {
  const entries: Entry[] = [];
  const taken = new Set<string>();
  const add = (
    kind: EntryKind,
    name: string | null,
    methods: Parameters<typeof componentMethods>[3],
    more: readonly string[] = [],
  ) => {
    const type = name === null ? -1 : program.types.find(descriptorOf(name));
    if (name === null || type < 0 || program.types.defined[type] !== 1) return;
    if (taken.has(`${kind} ${name}`) || entries.length >= LIMITS.entryPoints) return;
    taken.add(`${kind} ${name}`);
    const bodies = [...componentMethods(program, hierarchy, type, methods)];
    for (const initialiser of more) {
      const other = program.types.find(descriptorOf(initialiser));
      if (other >= 0) bodies.push(...createOf(program, hierarchy, other));
    }
    entries.push({ kind, class: name, type, bodies });
  };
  add('attach-base-context', declared.appComponentFactory, 'factory');
  add('attach-base-context', declared.applicationClass, 'attach');
  add('application', declared.applicationClass, 'application');
  add('launcher', declared.launcher, 'activity');
  for (const component of declared.components) {
    if (!component.enabled) continue;
    const initialisers = component.metaData.filter(({ value }) => value === STARTUP).map(({ name }) => name);
    const kind = kindOf(component);
    if (kind === null || (kind === 'provider' && !inMainProcess(component, declared))) continue;
    if (kind === 'activity' && component.name === declared.launcher) continue;
    add(kind, component.name, component.kind, initialisers);
  }
  return entries.sort((a, b) => ENTRY_KINDS.indexOf(a.kind) - ENTRY_KINDS.indexOf(b.kind));
}

function kindOf({ kind, intentFilters }: Component): EntryKind | null {
  if (kind === 'provider' || kind === 'service' || kind === 'activity') return kind;
  if (kind !== 'receiver') return null;
  const actions = intentFilters.flatMap((filter) => filter.actions);
  if (actions.some((action) => BOOT.test(action))) return 'receiver-boot';
  return actions.some((action) => CONNECTIVITY.test(action)) ? 'receiver-connectivity' : 'receiver';
}

function inMainProcess({ process }: Component, { mainProcess }: DeclaredApp): boolean {
  return process === undefined || process === mainProcess;
}

/** `androidx.startup.Initializer.create(Context)` of an initialiser. */
function createOf(program: Program, hierarchy: Hierarchy, type: number): readonly number[] {
  const selector = program.methods.findSelector('create', '(Landroid/content/Context;)Ljava/lang/Object;');
  const body = selector < 0 ? -1 : hierarchy.implementation(type, selector);
  return body < 0 ? [] : [body];
}

function descriptorOf(name: string): string {
  return `L${name.replaceAll('.', '/')};`;
}
