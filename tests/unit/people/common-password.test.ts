import { expect, test } from 'vitest';
import { commonPasswordProblem } from '@/lib/people/common-password';

const own = ['Olive Turner', 'olive.turner@northumberland.example', 'Northumberland County Council'];

test.each(
  [
    'password1234',
    'passwordpassword',
    'Password123!',
    'P@ssw0rd1234',
    'qwertyuiop123',
    '123456789012',
    '1q2w3e4r5t6y',
    'iloveyou1234',
    'letmeinletmein',
    'Welcome12345',
    'liverpoolfc1',
    'manchesterunited',
    'performance2026',
    'northumberland2026',
    'Northumberland1',
    'oliveturner12',
    'abcabcabcabcabc',
    'qwertyuiopasdf',
    'ｐａｓｓｗｏｒｄ１２３４',
  ].map((password) => [password]),
)('%s is refused', async (password) => {
  expect(await commonPasswordProblem(password, own)).toContain('lists that strangers try first');
});

test.each([
  ['nine lives of the cat'],
  ['tulip anchor river'],
  ['a long walk by the river'],
  ['hfj3kd9f8s7q'],
  [`${'p4ssw0rd '.repeat(3)}and then some more of it: tulip`],
  ['три слова подряд'],
])('%s is taken', async (password) => {
  expect(await commonPasswordProblem(password, own)).toBeNull();
});

test('the longest that can be sent is looked at in no more than its first characters', async () => {
  const first = 'p4ssw0rd'.repeat(5);
  expect(await commonPasswordProblem(`${first}${'tulip anchor river '.repeat(50)}`, own)).toBe(
    await commonPasswordProblem(first, own),
  );
});
