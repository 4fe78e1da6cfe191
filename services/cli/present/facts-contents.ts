import type { PackageFacts } from '../../../shared/domain/facts/package.ts';
import { escapeForTerminal as e, excerptForTerminal } from '../escape.ts';
import { WORDS } from './labels.ts';
import { listAny } from './list.ts';
import type { Page } from './page.ts';

const names = (items: readonly string[], most = 8) =>
  items.length > most ? `${items.slice(0, most).map(e).join(', ')} … +${items.length - most}` : items.map(e).join(', ');

/** What else a package holds, and what is particular to its platform. */
export function presentContents(page: Page, facts: PackageFacts): void {
  listAny(page, WORDS.modules, facts.modules, ({ name, kind, delivery, bytes }) => {
    const told = [kind, delivery, bytes === null ? null : `${bytes} bytes`].filter((text) => text !== null);
    return `${e(name)} (${told.map(e).join(', ')})`;
  });
  listAny(page, WORDS.frameworks, facts.frameworks, e);
  listAny(page, WORDS.packers, facts.packers, ({ packer, evidence }) => `${e(packer)}: ${e(evidence)}`);
  listAny(page, WORDS.scripts, facts.scripts, ({ entry, runtime, modules, apis }) => {
    const told = [names(modules), names(apis)].filter((text) => text !== '');
    return `${e(entry)} (${runtime})${told.length > 0 ? `: ${told.join('; ')}` : ''}`;
  });
  listAny(page, WORDS.nativeLibraries, facts.nativeLibraries, ({ abi, name, bytes, strings = [] }) => {
    return `${e(abi)}/${e(name)} ${bytes} bytes${strings.length > 0 ? `: ${names(strings)}` : ''}`;
  });
  listAny(page, WORDS.nested, facts.nested, ({ entry, format, packageName, versionName }) => {
    return `${e(entry)} (${format}) ${e(packageName ?? '?')} ${e(versionName ?? '')}`.trimEnd();
  });
  presentScreens(page, facts);
  presentPlatform(page, facts);
  listAny(page, WORDS.tampering, facts.tampering, ({ trick, place, detail }) => {
    return `${e(trick)} @ ${e(place)}: ${page.inline(detail, ' / ')}`;
  });
}

function presentScreens(page: Page, { consentScreens, texts }: PackageFacts): void {
  listAny(page, WORDS.consentScreens, consentScreens, ({ entry, topics, controls }) => {
    const ticked = controls.filter(({ checked }) => checked === true);
    const box = ticked.map(({ id, text }) => e(id ?? text.zh ?? text.default ?? '?'));
    return `${e(entry)} (${topics.join(', ')})${box.length > 0 ? `, ${page.inline(WORDS.checked, ' / ')}: ${box.join(', ')}` : ''}`;
  });
  listAny(page, WORDS.texts, texts, ({ topics, text, place }) => {
    return `[${topics.join(', ')}] ${excerptForTerminal(text, 80)} (${e(place)})`;
  });
}

function presentPlatform(page: Page, { harmony, quickApp }: PackageFacts): void {
  if (harmony) {
    const { minApiVersion, targetApiVersion, model, bundleType, packages } = harmony;
    page.heading(WORDS.harmony);
    page.line(`API ${minApiVersion ?? '?'}–${targetApiVersion ?? '?'}, ${e(model ?? '?')}, ${e(bundleType ?? '?')}`);
    if (packages.length > 0) page.line(names(packages.map(({ name, version }) => `${name} ${version ?? ''}`.trim())));
  }
  if (quickApp) {
    page.heading(WORDS.quickApp);
    page.line(`minPlatformVersion ${quickApp.minPlatformVersion ?? '?'}`);
    if (quickApp.features.length > 0) page.line(names(quickApp.features));
  }
}
