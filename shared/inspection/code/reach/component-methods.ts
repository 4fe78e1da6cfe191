import type { ComponentKind } from '../../../domain/facts/manifest.ts';
import type { Program } from '../program.ts';
import type { Hierarchy } from './hierarchy.ts';

const STATIC = 0x8;

/** Methods by which the platform enters a component of each kind by itself, from its creation until it is on the screen or at work. */
const ENTERED: Readonly<Partial<Record<ComponentKind | 'application' | 'attach' | 'factory', ReadonlySet<string>>>> = {
  attach: new Set(['<init>', 'attachBaseContext']),
  application: new Set(['onCreate']),
  factory: new Set([
    '<init>',
    'instantiateClassLoader',
    'instantiateApplication',
    'instantiateProvider',
    'instantiateActivity',
    'instantiateReceiver',
    'instantiateService',
  ]),
  provider: new Set(['<init>', 'attachInfo', 'onCreate']),
  receiver: new Set(['<init>', 'onReceive', 'onEnabled', 'onUpdate', 'onProfileProvisioningComplete']),
  service: new Set([
    '<init>',
    'attachBaseContext',
    'onCreate',
    'onStart',
    'onStartCommand',
    'onBind',
    'onRebind',
    'onHandleIntent',
    'onHandleWork',
    'onStartJob',
    'onListenerConnected',
    'onNotificationPosted',
    'onServiceConnected',
    'onAccessibilityEvent',
    'onCreateEngine',
    'onCreateInputView',
    'onStartInput',
    'onStartListening',
  ]),
  activity: new Set([
    '<init>',
    'attachBaseContext',
    'onCreate',
    'onContentChanged',
    'onPostCreate',
    'onStart',
    'onRestoreInstanceState',
    'onResume',
    'onPostResume',
    'onTopResumedActivityChanged',
    'onAttachedToWindow',
    'onWindowFocusChanged',
    'onAttachFragment',
    'onCreateOptionsMenu',
    'onPrepareOptionsMenu',
  ]),
};

/**
 * Bodies of those methods that an object of the class has, its own and inherited ones as far as the program defines them.
 * A constructor counts when it takes nothing: the platform knows no other.
 */
export function componentMethods(
  program: Program,
  hierarchy: Hierarchy,
  type: number,
  kind: keyof typeof ENTERED,
): readonly number[] {
  const { types, methods } = program;
  const names = ENTERED[kind];
  if (!names) return [];
  const bodies: number[] = [];
  const taken = new Set<number>();
  for (let each = type; each >= 0 && types.defined[each] === 1; each = hierarchy.parent[each]!) {
    for (let i = types.methodStart[each]!; i < types.methodStart[each + 1]!; i++) {
      const method = types.methods[i]!;
      const selector = methods.selector[method]!;
      if ((methods.flags[method]! & STATIC) !== 0 || methods.body[method]! < 0 || taken.has(selector)) continue;
      taken.add(selector);
      const name = methods.name(method);
      if (!names.has(name) || (name === '<init>' && (each !== type || methods.prototype(method) !== '()V'))) continue;
      bodies.push(methods.body[method]!);
    }
  }
  return bodies;
}
