import type { Finding } from '@/lib/commentary/finding';
import type { ReadingText } from '@/lib/commentary/reading-text';
import { type Prose, proseOf, prosesOf, quoted, type Sentence } from '@/lib/commentary/words/sentences';
import { isBareName, personsIn } from './person-names';

type Found = { from: number; until: number };

const isBlank = (character: string | undefined): boolean =>
  character === undefined || /[\s<>()[\],;:"“”]/.test(character);

/** The e-mail addresses of a text: what stands around each @ up to the next blank. */
function emailAddresses(plain: string): Found[] {
  const found: Found[] = [];
  for (let at = plain.indexOf('@'); at >= 0; at = plain.indexOf('@', at + 1)) {
    let [from, until] = [at, at + 1];
    while (from > 0 && at - from < 64 && !isBlank(plain[from - 1]) && plain[from - 1] !== '@') from -= 1;
    while (until < plain.length && until - at < 255 && !isBlank(plain[until]) && plain[until] !== '@') until += 1;
    while (plain[until - 1] === '.') until -= 1;
    if (from < at && /^[\w-]+(?:\.[\w-]+){1,8}$/.test(plain.slice(at + 1, until))) found.push({ from, until });
  }
  return found;
}

/** The telephone numbers of a text, those of service lines (03, 08) apart: eleven digits from 0, or +44 and ten. */
function telephoneNumbers(plain: string): Found[] {
  const found: Found[] = [];
  for (const { 0: match, index } of plain.matchAll(/(?<![\d.,£])(?:\+44|0)[\d ()-]{8,16}\d(?!\d)/g)) {
    const digits = match.replaceAll(/\D/g, '').replace(/^44/, '0');
    if (/^0[12457]\d{8,9}$/.test(digits)) found.push({ from: index, until: index + match.length });
  }
  return found;
}

/** The home addresses of a sentence: a number and a street in one sentence with a postcode. */
function streetAddresses({ text, from }: Sentence): Found[] {
  const postcode = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/.exec(text);
  if (!postcode) return [];
  const street =
    /\b\d{1,4}[a-zA-Z]?,? (?:[A-Z][a-z'’]{1,20} ){1,3}(?:Street|St|Road|Rd|Lane|Avenue|Ave|Close|Drive|Terrace|Crescent|Gardens|Court|Place|Square|View|Way|Row|Grove|Walk|Mews|Hill)\b/.exec(
      text,
    );
  return street
    ? [
        {
          from: from + street.index,
          until: from + Math.max(street.index + street[0].length, postcode.index + postcode[0].length),
        },
      ]
    : [];
}

const roleInstead = 'Name the role instead, such as “the team manager”, or leave the person out.';

function detailsIn(prose: Prose): Finding[] {
  const finding = ({ from, until }: Found, sentence: string, mend: string): Finding => ({
    rule: 'W9',
    place: prose.place,
    ...quoted(prose, from, until),
    sentence,
    mend,
  });
  const contact = 'Leave it out, or give the address or number of the service.';
  return [
    ...prose.sentences
      .flatMap(({ tokens }) => personsIn(tokens))
      .map((name) => finding(name, 'This names a person in public.', roleInstead)),
    ...emailAddresses(prose.plain).map((address) =>
      finding(address, 'This is an e-mail address in public words.', contact),
    ),
    ...telephoneNumbers(prose.plain).map((number) =>
      finding(number, 'This is a telephone number in public words.', contact),
    ),
    ...prose.sentences
      .flatMap(streetAddresses)
      .map((address) =>
        finding(address, 'This reads like somebody’s home address.', 'Name the area or the ward instead.'),
      ),
  ];
}

/** W9: a named person, or contact details, in words that the public reads; an action belongs to a role. Source: docs/rules.md, Language. */
export function personalDetails(text: ReadingText): Finding[] {
  const owners = text.actions.flatMap(({ owner }, action): Finding[] => {
    const prose = proseOf(owner, { field: 'actionOwner', action });
    if (!isBareName(owner)) return detailsIn(prose);
    return [
      {
        rule: 'W9',
        place: prose.place,
        ...quoted(prose, 0, prose.plain.length),
        sentence: 'The owner of an action is public, and this is a person’s name.',
        mend: 'Name the role instead, such as “Team manager”.',
      },
    ];
  });
  return [...prosesOf(text).flatMap(detailsIn), ...owners];
}
