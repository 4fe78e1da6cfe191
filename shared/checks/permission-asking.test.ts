import { packageFacts } from '../../test/rules/support/facts.ts';
import type { Plain } from '../../test/rules/support/overlay.ts';
import { knowledge } from '../knowledge/index.ts';
import { askedAtStart } from './permission-asking.ts';

const CAMERA = 'android.permission.CAMERA';

function asked(site: { readonly [key: string]: Plain }, kind = 'launcher', link = 'call') {
  const steps = [{ class: 'com.example.app.MainActivity', method: 'onCreate', offset: 4, link }];
  const caller = {
    class: 'com.example.app.MainActivity',
    method: 'onCreate',
    offset: 4,
    dex: 'classes.dex',
    arguments: [CAMERA],
  };
  const callers = [{ ...caller, paths: [{ entry: 0, steps, guard: null }], ...site }];
  const code = {
    entryPoints: [{ kind, class: 'com.example.app.MainActivity', reaches: 1 }],
    apiUses: [{ target: 'Landroid/app/Activity;->requestPermissions', reachable: 1, callers }],
  };
  return askedAtStart(packageFacts({ permissions: [CAMERA], code })!, knowledge).map(({ asked: entries, owner }) => [
    owner.id,
    entries.map(({ name }) => name),
  ]);
}

test('what the launcher or the application asks for by itself', () => {
  expect(asked({})).toEqual([['app', [CAMERA]]]);
  expect(asked({}, 'application')).toEqual([['app', [CAMERA]]]);
  expect(asked({ class: 'a0.a' })).toEqual([['unknown', [CAMERA]]]);
});

test.each([
  ['a click comes later', asked({}, 'launcher', 'callback')],
  ['another page comes later', asked({}, 'activity')],
  ['a wrapper has the arguments of all its callers', asked({ class: 'androidx.core.app.ActivityCompat' })],
  ['notifications are no information', asked({ arguments: ['android.permission.POST_NOTIFICATIONS'] })],
  ['what is not declared shows no dialog', asked({ arguments: ['android.permission.READ_SMS'] })],
])('%s', (_name, found) => {
  expect(found).toEqual([]);
});
