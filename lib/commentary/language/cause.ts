import type { ReadingText } from '@/lib/commentary/reading-text';
import { figureWords, idleWords, joiningWords } from '@/lib/commentary/words/empty-words';
import { reasonWords } from '@/lib/commentary/words/reason-words';
import { proseOf, type Sentence, stem, tidied } from '@/lib/commentary/words/sentences';

/** The words of a measure's own title, definition and parts, as stems: to repeat them explains nothing. */
function ownWords({ measure }: Pick<ReadingText, 'measure'>): Set<string> {
  const { title, definition, numeratorLabel, denominatorLabel } = measure;
  return new Set(
    tidied([title, definition, numeratorLabel, denominatorLabel].join(' ').replaceAll('|', ' ')).split(' ').map(stem),
  );
}

const saysSomething = (word: string): boolean =>
  /^\p{L}{3,}/u.test(word) && !joiningWords.has(word) && !figureWords.has(word) && !idleWords.has(word);

/** How many words of a reason without “because” must say something: fewer are a heading. */
const fewestAlone = 2;

/** Whether a sentence gives a reason: something besides the figures, the measure's own words and the verbs of change. */
function givesReason({ tokens }: Sentence, own: Set<string>): boolean {
  const words = tokens.filter(({ text }) => /[\p{L}\d]/u.test(text)).map(({ lower }) => lower);
  const telling = words.map((word) => saysSomething(word));
  const others = new Set(words.filter((word, index) => telling[index] && !own.has(stem(word))));
  if (others.size >= fewestAlone) return true;
  // Behind “due to” or “there were” one word is enough, and it may be one of the measure's own: “due to late referrals”.
  const text = ` ${words.join(' ')} `;
  return reasonWords.some((phrase) => {
    const at = text.indexOf(` ${phrase} `);
    if (at < 0) return false;
    const behind = text
      .slice(at + phrase.length + 2)
      .split(' ')
      .filter(saysSomething);
    const plain =
      phrase === 'as' || phrase === 'with' || phrase === 'after' || phrase === 'since' || phrase === 'reflected';
    return plain ? behind.some((word) => !own.has(stem(word))) : behind.length > 0;
  });
}

/** Whether comments say why the figure is as it is, in whatever words. Source: docs/rules.md, Language. */
export function hasCause(comments: string | null, text: Pick<ReadingText, 'measure'>): boolean {
  if (!comments) return false;
  const own = ownWords(text);
  return proseOf(comments, { field: 'comments' }).sentences.some((sentence) => givesReason(sentence, own));
}

/** Whether an action says what will be done, in whatever words. */
export function hasSubstance(action: string): boolean {
  const words = tidied(proseOf(action, { field: 'comments' }).plain)
    .split(' ')
    .filter(Boolean);
  const telling = words.filter((word) => /^\p{L}{3,}/u.test(word) && !joiningWords.has(word));
  return (
    words.length >= 2 &&
    telling.some(
      (word) =>
        !/^(?:lorem|ipsum|dolor|tbc|tba|test|xxx+|nothing|none|applicable|required|needed|actions?|comments?|above|todo)$/.test(
          word,
        ),
    )
  );
}
