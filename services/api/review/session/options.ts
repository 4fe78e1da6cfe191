import { operation } from '../../operation.ts';
import { signInOptionsSchema } from '../../schemas/review-accounts.ts';

export const getSignInOptions = operation({
  id: 'getSignInOptions',
  method: 'get',
  path: '/v1/review/sign-in-options',
  tag: 'review',
  summary: { zh: '可用的登录方式', en: 'The ways to sign in' },
  scope: null,
  responses: { 200: { description: { zh: '登录方式', en: 'The ways' }, schema: signInOptionsSchema } },
  problems: [],
  async handle({ ports: { configuration } }) {
    const { singleSignOn } = configuration;
    return {
      status: 200,
      body: { local: singleSignOn?.only !== true, singleSignOn: singleSignOn && { name: singleSignOn.name } },
    };
  },
});
