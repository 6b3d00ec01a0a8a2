import { describe, expect, test } from 'vitest';
import { read } from '@/app/_staff/form-fields';
import { beginningOf, SetUpForm } from '@/lib/people/beginning';

const typed = {
  token: 'x'.repeat(43),
  council: ' Westmere Borough Council ',
  contact: 'performance@westmere.example',
  areaCode: ' e07000999 ',
  licence: 'Open Government Licence v3.0',
  name: 'Ines Okafor',
  email: 'ines@westmere.example',
  password: 'nine lives of the cat',
  'password-again': 'nine lives of the cat',
};
const form = (more: Record<string, string> = {}) => read(SetUpForm, new Map(Object.entries({ ...typed, ...more })));
const problems = (more: Record<string, string>) => {
  const answer = form(more);
  return 'problems' in answer ? answer.problems : [];
};

describe('the form of the set-up page', () => {
  test('what was typed is tidied, and the area code is in capitals', () => {
    expect(form()).toEqual({
      input: {
        token: typed.token,
        password: 'nine lives of the cat',
        beginning: {
          council: 'Westmere Borough Council',
          contact: 'performance@westmere.example',
          areaCode: 'E07000999',
          licence: 'Open Government Licence v3.0',
          name: 'Ines Okafor',
          email: 'ines@westmere.example',
        },
      },
    });
  });

  test('an area code may be left out', () => {
    expect(form({ areaCode: '  ' })).toMatchObject({ input: { beginning: { areaCode: null } } });
  });

  test.each([
    ['council', '', 'Give the name of the council.'],
    ['council', 'x'.repeat(201), 'The name can have 200 characters: shorten it.'],
    ['contact', '', 'Give the e-mail address to which residents write.'],
    ['contact', 'the town hall', 'Write an e-mail address, such as performance@council.gov.uk.'],
    ['areaCode', 'E0700099', 'Write the area code as a letter and eight digits, such as E06000057, or leave it empty.'],
    [
      'areaCode',
      'EE7000999',
      'Write the area code as a letter and eight digits, such as E06000057, or leave it empty.',
    ],
    ['licence', ' ', 'Name the licence under which figures are published.'],
    ['name', '', 'Give the name of the first administrator.'],
    ['email', 'ines', 'Write an e-mail address, such as performance@council.gov.uk.'],
    ['password', '', 'Choose a password.'],
    ['password-again', 'nine lives of the dog', 'This is not the same password: type it again.'],
  ])('%s “%s” is refused with one sentence at its field', (field, value, sentence) => {
    expect(problems({ [field]: value })).toEqual([{ field, sentence }]);
  });

  test('a field that the form does not have was not typed by a person', () => {
    expect(problems({ roles: 'administrator' })).toMatchObject([{ field: null }]);
  });
});

test('the command line gets every sentence at once', () => {
  const none = { council: '', contact: '', areaCode: 'E1', licence: '', name: '', email: '' };
  expect(() => beginningOf(none)).toThrow(/name of the council\.\n.*\n.*area code.*\n.*licence.*\n.*administrator\.\n/);
});
