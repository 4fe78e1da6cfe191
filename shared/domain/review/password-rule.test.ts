import { PASSWORD_LENGTH, passwordFault } from './password-rule.ts';

const FAULTY = [
  ['eleven-long', 'wang', 'at least 12'],
  ['x'.repeat(PASSWORD_LENGTH.most + 1), 'wang', 'at most'],
  ['Liang-Wang-Fish', 'wang', 'name'],
  ['kiosk WANG.WEI summit', 'wang.wei@example.com', 'name'],
  ['aaaaaaaaaaaaaaaa', 'wang', 'common'],
  ['abababababababab', 'wang', 'common'],
  ['abcdefghijklmnop', 'wang', 'common'],
  ['987654321098', 'li', 'common'],
  ['Password2026!', 'wang', 'common'],
  ['P@ssw0rd!2026', 'wang', 'common'],
  ['passwordpassword', 'wang', 'common'],
  ['4dm1n1strat0r!!', 'wang', 'common'],
  ['shelfgate-2026', 'wang', 'common'],
  ['woaini5201314', 'wang', 'common'],
  ['qwertyuiop123', 'wang', 'common'],
] as const;

test.each(FAULTY)('%p is refused', (password, name, why) => {
  expect(passwordFault(password, name)?.en).toContain(why);
  expect(passwordFault(password, name)?.zh).not.toBe('');
});

test.each([
  ['tulip granite seven', 'wang'],
  ['密码要长一点才安全可靠呀朋友', 'wang'],
  ['r7$Kq!vZ02mB', 'wang'],
  ['correct horse battery staple stapler', 'wang'],
  // A name of two letters occurs in everything.
  ['little lighthouse keeper', 'li'],
  [`${'tulip granite seven '.repeat(10)}`, 'wang'],
])('%p will do', (password, name) => {
  expect(passwordFault(password, name)).toBeNull();
});
