import type { Finding } from '@/lib/commentary/finding';
import type { ReadingText } from '@/lib/commentary/reading-text';
import { type Prose, prosesOf, quoted, type Sentence, tidiedSentence } from '@/lib/commentary/words/sentences';
import { numberWord } from '@/lib/text/number-in-words';

/** Shorter ones, such as “On target.” in a list, are no sentences that a reader minds to read again. */
const fewestWords = 3;

/**
 * B6: a sentence that stands in the comments and actions more than once, whatever its case, blanks and punctuation; the public
 * note is a text of its own. Source: docs/rules.md, Language.
 */
export function repeatedSentences(text: ReadingText): Finding[] {
  const proses = prosesOf(text);
  const isNote = ({ place }: Prose) => place.field === 'publicNote';
  return [proses.filter((prose) => !isNote(prose)), proses.filter(isNote)].flatMap(repeatsIn);
}

function repeatsIn(proses: Prose[]): Finding[] {
  const occurrences = new Map<string, { prose: Prose; sentence: Sentence }[]>();
  for (const prose of proses)
    for (const sentence of prose.sentences) {
      const key = tidiedSentence(sentence);
      const before = occurrences.get(key);
      if (before) before.push({ prose, sentence });
      else if (key.split(' ').length >= fewestWords) occurrences.set(key, [{ prose, sentence }]);
    }
  return [...occurrences.values()].flatMap(([, second, ...more]): Finding[] => {
    if (!second) return [];
    const times = more.length === 0 ? 'twice' : `${numberWord(more.length + 2)} times`;
    return [
      {
        rule: 'B6',
        place: second.prose.place,
        ...quoted(second.prose, second.sentence.from, second.sentence.until),
        sentence: `This sentence stands here ${times}.`,
        mend: 'Keep it where it is needed most, and delete it elsewhere.',
      },
    ];
  });
}
