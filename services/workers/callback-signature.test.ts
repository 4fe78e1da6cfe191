import { PermanentError } from '../../shared/domain/errors.ts';
import { signedHeaders } from './callback-signature.ts';

test('the example of the Standard Webhooks specification', () => {
  const headers = signedHeaders(
    'msg_p5jXN8AQM9LWM0D4loKWxJek',
    new Date(1_614_265_330_000),
    '{"test": 2432232314}',
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  );
  expect(headers).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

test.each(['', 'secret', 'whsec_', 'whsec_not base64'])('refuses the secret %j', (secret) => {
  expect(() => signedHeaders('evt_1', new Date(0), '{}', secret)).toThrow(PermanentError);
});
