import { PermanentError, TransientError } from '../../shared/domain/errors.ts';
import { Closing, shareOf } from './closing.ts';
import { greet } from './greeting.ts';
import { patiently } from './patience.ts';

const text = { zh: '未就绪', en: 'not ready' };

test('what was opened last is closed first; one that fails or hangs does not keep the others open', async () => {
  const complaints: string[] = [];
  const closed: string[] = [];
  const closing = new Closing((name, error) => complaints.push(`${name}: ${String((error as Error).message)}`));
  closing.add('first', async () => closed.push('first'));
  closing.add('broken', async () => {
    throw new Error('no');
  });
  closing.add('hanging', () => new Promise(() => undefined));
  closing.add('last', async () => closed.push('last'));
  await closing.closeAll(50);
  expect(closed).toEqual(['last', 'first']);
  expect(complaints).toEqual(['hanging: did not close within 50 ms', 'broken: no']);
  await closing.closeAll(50);
  expect(closed).toHaveLength(2);
});

test('all share one limit; who comes after it still gets a last chance, never more than the limit', () => {
  expect(shareOf(35_000, 0)).toBe(35_000);
  expect(shareOf(35_000, 30_000)).toBe(5_000);
  expect(shareOf(35_000, 35_000)).toBe(1_000);
  expect(shareOf(35_000, 90_000)).toBe(1_000);
  expect(shareOf(50, 60)).toBe(50);
});

test('waits for what may come, not for what never will, and not for ever', async () => {
  const said: string[] = [];
  let left = 2;
  const ready = await patiently(
    async () => {
      if (left-- > 0) throw new TransientError('starting', text);
      return 'ready';
    },
    10_000,
    (reason) => said.push(reason),
  );
  expect(ready).toBe('ready');
  expect(said).toEqual(['not ready']);
  const never = async (): Promise<never> => {
    throw new PermanentError('wrong', text);
  };
  await expect(patiently(never, 10_000, () => undefined)).rejects.toMatchObject({ code: 'wrong' });
  const late = async (): Promise<never> => {
    throw new TransientError('away', text);
  };
  await expect(patiently(late, 0, () => undefined)).rejects.toMatchObject({ code: 'away' });
});

test('the greeting shows the key and the first password once and a line that can be pasted', () => {
  const sample = { packagePath: '/a/app.apk', listingPath: '/a/l.json', policyPath: '/a/p.html' };
  const key = { plain: 'sg_secret', webhookSecret: 'whsec_x' };
  const administrator = { name: 'admin', password: 'k3v9-once' };
  const first = greet({ url: 'http://127.0.0.1:8080', servesConsole: true, dataFolder: '/data', key, administrator, sample });
  expect(first).toContain('password        k3v9-once');
  expect(first).toContain('curl -H "Authorization: Bearer sg_secret"');
  expect(first).toContain("-F 'package=@/a/app.apk'");
  expect(first).toContain('http://127.0.0.1:8080/docs');
  expect(first).toContain('http://127.0.0.1:8080/console/');
  const later = greet({
    url: 'http://127.0.0.1:8080',
    servesConsole: false,
    dataFolder: '/data',
    key: null,
    administrator: null,
    sample: null,
  });
  expect(later).not.toContain('password');
  expect(later).not.toContain('sg_');
  expect(later).not.toContain('/console/');
  expect(later).toContain('$SHELFGATE_KEY');
});
