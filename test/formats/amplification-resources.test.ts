import { buildApk } from '../../services/cli/building/apk.ts';
import type { ResourceRecipe } from '../../services/cli/building/arsc.ts';
import { writeBinaryXml, type XmlElement } from '../../services/cli/building/axml.ts';
import { LIMITS } from '../../shared/inspection/limits.ts';
import { inspectBytes } from '../fixtures/source.ts';

/** Packages of a few kilobytes whose resources and layouts are made to cost much, or to become facts of many megabytes. */
const base = { packageName: 'com.example.app', permissions: ['android.permission.POST_NOTIFICATIONS'] };
const many = <T>(count: number, item: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => item(index));
const POLICY: XmlElement = { name: 'TextView', android: { text: '《隐私政策》' } };
const page = (children: XmlElement[]): XmlElement => ({ name: 'LinearLayout', children });

async function inspect(resources: ResourceRecipe, entries: Record<string, Uint8Array>) {
  const bytes = buildApk({ ...base, resources, entries });
  const facts = await inspectBytes(bytes);
  expect(facts.permissions.map(({ name }) => name)).toEqual(base.permissions);
  expect(JSON.stringify(facts).length).toBeLessThan(2_000_000);
  return facts;
}

const layoutsOf = (count: number) => Object.fromEntries(many(count, (i) => [`l${i}`, { default: `res/l${i}.xml` }]));

test('layouts that include one large layout a million times', async () => {
  const include: XmlElement = { name: 'include', plain: { layout: { reference: 0x7f010000 } } };
  const large = writeBinaryXml(page([...many(10_000, () => ({ name: 'CheckBox', android: { checked: true } })), POLICY]));
  const including = writeBinaryXml(page([POLICY, ...many(10_000, () => include)]));
  const entries = Object.fromEntries(many(30, (i) => [`res/l${i}.xml`, i === 0 ? large : including]));
  const facts = await inspect({ layout: layoutsOf(30) }, entries);
  expect(facts.consentScreens).toHaveLength(30);
  for (const { controls } of facts.consentScreens) expect(controls.length).toBeLessThanOrEqual(LIMITS.consentControls);
});

test('a layout that includes itself', async () => {
  const include: XmlElement = { name: 'include', plain: { layout: { reference: 0x7f010000 } } };
  const facts = await inspect({ layout: layoutsOf(1) }, { 'res/l0.xml': writeBinaryXml(page([POLICY, include])) });
  expect(facts.consentScreens[0]!.controls.map(({ kind }) => kind)).toEqual(['text', 'text']);
});

test('more consent screens than facts keep', async () => {
  const layout = writeBinaryXml(page([POLICY, { name: 'Button', android: { text: 'z'.repeat(2000) } }]));
  const facts = await inspect({ layout: layoutsOf(500) }, Object.fromEntries(many(500, (i) => [`res/l${i}.xml`, layout])));
  expect(facts.consentScreens).toHaveLength(LIMITS.consentScreens);
  for (const { controls } of facts.consentScreens)
    for (const { text } of controls) expect(text.default!.length).toBeLessThanOrEqual(200);
});

test('styles whose parents run in a circle, and a chain of parents without end', async () => {
  const style = (parent: number) => ({ default: { style: { 16842960: 1 }, parent: 0x7f020000 + parent } });
  const styles = Object.fromEntries(many(500, (i) => [`s${i}`, style(i === 1 ? 0 : i + 1)]));
  const box = (name: string, index: number): XmlElement => ({ name, plain: { style: { reference: 0x7f020000 + index } } });
  const facts = await inspect(
    { layout: layoutsOf(1), style: styles },
    { 'res/l0.xml': writeBinaryXml(page([POLICY, box('CheckBox', 0), box('CheckBox', 1), box('CheckBox', 2)])) },
  );
  expect(facts.consentScreens[0]!.controls.map(({ kind, checked }) => [kind, checked])).toEqual([
    ['text', null],
    ['checkbox', null],
    ['checkbox', null],
    ['checkbox', null],
  ]);
});

test('strings that all speak are kept as far as facts go, of each topic some', async () => {
  const policies = Object.fromEntries(many(2000, (i) => [`p${i}`, { default: `${i} 隐私政策 ${'z'.repeat(1500)}` }]));
  const string = { ...policies, last: { default: '注销账号' } };
  const facts = await inspect({ string }, {});
  const of = (topic: string) => facts.texts.filter(({ topics }) => (topics as string[]).includes(topic)).length;
  expect([of('privacy-policy'), of('account-deletion')]).toEqual([LIMITS.resourceTextsOfTopic, 1]);
});

test('one text that speaks, shown a hundred thousand times', async () => {
  const text = { reference: 0x7f020000 };
  const string = { policy: { default: `隐私政策${'同意'.repeat(500)}` } };
  const layout = writeBinaryXml(page(many(20_000, () => ({ name: 'TextView', android: { text } }))));
  const facts = await inspect({ layout: layoutsOf(5), string }, Object.fromEntries(many(5, (i) => [`res/l${i}.xml`, layout])));
  expect(facts.consentScreens).toHaveLength(5);
});

test('a thousand configurations of every string', async () => {
  const texts = Object.fromEntries(many(1000, (i) => [`mcc${i + 1}`, `${i}`]));
  const string = Object.fromEntries(many(200, (i) => [`s${i}`, { ...texts, default: i === 199 ? '投诉' : 'x' }]));
  const facts = await inspect({ string }, {});
  expect(facts.texts.map(({ place }) => place)).toEqual(['@string/s199']);
});

test('a layout nested without end is a gap, and no other layout suffers', async () => {
  let deep: XmlElement = POLICY;
  for (let i = 0; i < 400; i++) deep = page([deep]);
  const facts = await inspect(
    { layout: layoutsOf(2) },
    { 'res/l0.xml': writeBinaryXml(deep), 'res/l1.xml': writeBinaryXml(page([POLICY])) },
  );
  expect(facts.gaps.map(({ code, affects }) => [code, affects])).toEqual([['xml-too-large', 'resources']]);
  expect(facts.consentScreens.map(({ entry }) => entry)).toEqual(['res/l1.xml']);
});
