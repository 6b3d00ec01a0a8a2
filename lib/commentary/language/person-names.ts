import { roleWords, thingWords } from '@/lib/commentary/words/capital-words';
import { firstNames, nameless, wordNames } from '@/lib/commentary/words/first-names';
import { months } from '@/lib/commentary/words/number-uses';
import { type Token, tokensOf } from '@/lib/commentary/words/sentences';

const titles = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'dr',
  'cllr',
  'councillor',
  'sir',
  'dame',
  'prof',
  'professor',
  'rev',
  'reverend',
]);
/** Words before which a person stands: “spoke to Jane”, “my colleague Idris Okoro”. */
const introducing = new Set([
  'colleague',
  'spoke',
  'contact',
  'contacted',
  'met',
  'called',
  'named',
  'thanks',
  'thank',
  'by',
  'ask',
  'asked',
  'ring',
  'email',
  'phone',
  'told',
]);
const linking = new Set(['to', 'with', 'from', 'is', 'are', 'go', ',', ':', 'you', 'our', 'my']);
const names = new Set([
  'colleague',
  'named',
  'spoke',
  'officer',
  'worker',
  'manager',
  'nurse',
  'teacher',
  'mother',
  'father',
  'boy',
  'girl',
]);

const isCapital = (token: Token | undefined): boolean =>
  /^\p{Lu}[\p{L}'-]+$/u.test(token?.text ?? '') && token?.text !== token?.text.toUpperCase();
const isThing = ({ lower }: Token): boolean => {
  const word = lower.replace(/'s?$/, '');
  return thingWords.has(word) || months.has(word) || roleWords.has(word);
};

/** The capitalised words from a token on, hyphens and “de”, “of” and the like between them, at most six. */
function run(tokens: Token[], first: number): { words: Token[]; next: number } {
  const words: Token[] = [];
  let next = first;
  while (next < tokens.length && words.length < 6) {
    const token = tokens[next] as Token;
    // A title begins a name of its own: “Call Mrs Dodds”.
    if (words.length > 0 && titles.has(token.lower)) break;
    if (isCapital(token)) words.push(token);
    else if (!(/^(?:-|of|the|de|van|al|bin)$/.test(token.lower) && words.length > 0 && isCapital(tokens[next + 1])))
      break;
    next += 1;
  }
  return { words, next };
}

/** A person among the tokens of a sentence. */
export type PersonName = { from: number; until: number };

const spanOf = (first: Token, last: Token): PersonName => ({
  from: first.from,
  until: last.until - (/'s$/.test(last.lower) ? 2 : 0),
});

/** Whether a word two or three before a token leads up to a person. */
function introduces(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  if (introducing.has(before)) return true;
  return (
    linking.has(before) &&
    ['spoke', 'contact', 'thanks', 'thank', 'met', 'ask', 'colleague'].includes(tokens[at - 2]?.lower ?? '')
  );
}

/** The person whose name begins at a token, or null; places, bodies and programmes that are called after somebody are none. */
function personAt(tokens: Token[], at: number): PersonName | null {
  const token = tokens[at] as Token;
  if (titles.has(token.lower) && isCapital(token)) {
    const surname = at + (tokens[at + 1]?.text === '.' ? 2 : 1);
    const initial = /^\p{Lu}$/u.test(tokens[surname]?.text ?? '')
      ? surname + (tokens[surname + 1]?.text === '.' ? 2 : 1)
      : surname;
    const { words } = run(tokens, initial);
    return words.length === 0 || words.some(isThing) ? null : spanOf(token, words.at(-1) as Token);
  }
  if (!isCapital(token)) return null;
  const { words, next } = run(tokens, at);
  const first = words[0] ?? token;
  const second = words[1];
  const isFirst = firstNames.has(first.lower.replace(/'s$/, '')) || (wordNames.has(first.lower) && at > 0);
  if (words.some(isThing) || nameless.has(`${first.lower}-${second?.lower}`)) return null;
  // “Ruth in Blyth”: a lower-case body may follow, as in “Hazel Grove library”.
  if (thingWords.has(tokens[next]?.lower ?? '') && words.length > 1) return null;
  const isSentenceStart = at === 0;
  if (second && words.length <= 3 && isFirst && !(wordNames.has(first.lower) && isSentenceStart))
    return spanOf(first, words.at(-1) as Token);
  if (second && words.length <= 3 && names.has(tokens[at - 1]?.lower ?? ''))
    return spanOf(first, words.at(-1) as Token);
  if (!second && isFirst && introduces(tokens, at)) return spanOf(first, first);
  return null;
}

/** Every named person of a sentence. */
export function personsIn(tokens: Token[]): PersonName[] {
  const persons: PersonName[] = [];
  let past = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (token.from < past) continue;
    const person = personAt(tokens, at);
    if (person) persons.push(person);
    // A run of capitals is read once, from its beginning: “Great Alice Bridge” names nobody. The first word of a sentence has
    // its capital for another reason.
    const runs = !person && at > 0 && isCapital(token) && !titles.has(token.lower);
    past = person?.until ?? (runs ? (run(tokens, at).words.at(-1)?.until ?? past) : past);
  }
  return persons;
}

/** Whether an owner is a person's name and nothing else: “Jane Smith”, “J. Smith”, “Smith, Jane”, “Mr Okoro”, “Jane”. */
export function isBareName(owner: string): boolean {
  const tokens = tokensOf(owner.trim());
  const words = tokens.filter(({ text }) => /\p{L}/u.test(text));
  if (words.length === 0 || words.length > 4 || words.some(isThing)) return false;
  const known = words.some(({ lower }) => firstNames.has(lower) || (wordNames.has(lower) && words.length > 1));
  if (titles.has(words[0]?.lower ?? '') && words.length > 1) return true;
  const initials = words.filter(({ text }) => /^\p{Lu}$/u.test(text)).length;
  return known || (initials > 0 && words.length - initials === 1 && words.some(isCapital));
}
