import { expect, test } from 'vitest';
import { ChangeCouncil, type CouncilWords, councilEffect } from '@/lib/framework/council-entry';

const typed = {
  council: 'Testshire',
  contact: 'figures@testshire.example',
  areaCode: ' e06000999 ',
  licence: 'Open Government Licence v3.0',
  was: '{}',
  intent: 'effect',
};
const words: CouncilWords = {
  name: 'Testshire',
  contact: 'figures@testshire.example',
  areaCode: null,
  licence: null,
  language: null,
};

test('an area code is nine characters, in capitals, or none', () => {
  expect(ChangeCouncil.parse(typed).words.areaCode).toBe('E06000999');
  expect(ChangeCouncil.parse({ ...typed, areaCode: '' }).words.areaCode).toBeNull();
  for (const areaCode of ['E0600099', 'E060009999', '606000999', 'E0600O999'])
    expect(ChangeCouncil.safeParse({ ...typed, areaCode }).error?.issues[0]?.message).toMatch(
      /a letter and eight digits/,
    );
});

test('a name, a contact and a licence are asked for', () => {
  for (const field of ['council', 'contact', 'licence'])
    expect(ChangeCouncil.safeParse({ ...typed, [field]: ' ' }).error?.issues[0]?.path).toEqual([field]);
});

test('the effect says where the public meets what changes', () => {
  expect(councilEffect(words, words).sentences).toEqual([]);
  expect(councilEffect(words, { ...words, areaCode: 'E06000999' }).sentences).toEqual([
    'The area code is “E06000999” instead of nothing, at once. It stands at the foot of every public page and in the files of figures.',
  ]);
});

test('the language is English until somebody chooses Welsh, and the effect says what stays English', () => {
  expect(ChangeCouncil.parse(typed).words.language).toBe('en');
  expect(ChangeCouncil.safeParse({ ...typed, language: 'fr' }).error?.issues[0]?.message).toBe('Choose a language.');
  expect(councilEffect(words, { ...words, language: 'en' }).sentences).toEqual([]);
  expect(councilEffect(words, { ...words, language: 'cy' }).sentences).toEqual([
    expect.stringMatching(
      /^The language is “Welsh \(Cymraeg\)” instead of “English”, at once\. .*marked so on every page.*the files stay/,
    ),
  ]);
});
