import type { Finding } from '@/lib/commentary/finding';
import type { ReadingText } from '@/lib/commentary/reading-text';
import { proseOf, quoted, type Sentence, wordsOfProse } from '@/lib/commentary/words/sentences';

/** From which share of pairs of words two texts are nearly the same. */
const nearlyTheSame = 0.8;
/** Shorter texts are alike by chance: they count only where they are the same. */
const fewestWords = 8;

const masked =
  /^(?:\d[\d.,]*|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|q[1-4])$/;

/** The pairs of neighbouring words of a text, numbers and months left open, each with how often before: so that repeats count. */
function pairsOf(words: string[]): Set<string> {
  const open = words.map((word) => (masked.test(word) ? '#' : word));
  const counts = new Map<string, number>();
  return new Set(
    open.map((word, index) => {
      const pair = `${open[index - 1] ?? ''} ${word}`;
      const count = counts.get(pair) ?? 0;
      counts.set(pair, count + 1);
      return `${pair} ${count}`;
    }),
  );
}

type Words = { words: string[]; pairs: Set<string> };

/** The words of proses that were compared before, as long as their sentences are remembered. */
const compared = new WeakMap<Sentence[], Words>();

function wordsOf(text: string): Words {
  const prose = proseOf(text, { field: 'comments' });
  const known = compared.get(prose.sentences);
  if (known) return known;
  const words = wordsOfProse(prose);
  const all = { words, pairs: pairsOf(words) };
  compared.set(prose.sentences, all);
  return all;
}

/** Whether two texts are nearly the same: most pairs of their words are, or all words of two short ones. */
function areAlike(one: Words, other: Words): boolean {
  if (one.words.length === 0) return false;
  if (Math.min(one.words.length, other.words.length) < fewestWords)
    return one.words.join(' ') === other.words.join(' ');
  const [fewer, more] = [one.pairs, other.pairs].sort((a, b) => a.size - b.size) as [Set<string>, Set<string>];
  if (fewer.size < nearlyTheSame * more.size) return false;
  let both = 0;
  for (const pair of fewer) if (more.has(pair)) both += 1;
  return both >= nearlyTheSame * (fewer.size + more.size - both);
}

/** W4: comments that are nearly those of the period before, or of another measure; figures and months may differ. Source: docs/rules.md, Language. */
export function repeatedText({ comments, commentsBefore, others, measure }: ReadingText): Finding[] {
  if (!comments) return [];
  const prose = proseOf(comments, { field: 'comments' });
  const ours = wordsOf(comments);
  const first = prose.sentences[0];
  if (!first) return [];
  const finding = (sentence: string, mend: string): Finding => ({
    rule: 'W4',
    place: prose.place,
    ...quoted(prose, first.from, first.until),
    sentence,
    mend,
  });
  const findings: Finding[] = [];
  if (commentsBefore && areAlike(ours, wordsOf(commentsBefore)))
    findings.push(
      finding(
        'The comments are nearly those of the period before.',
        'Say what is new in this period, or that nothing is and why.',
      ),
    );
  const other = others.find((one) => one.number !== measure.number && areAlike(ours, wordsOf(one.comments)));
  if (other)
    findings.push(
      finding(
        `The comments are nearly those of measure ${other.number}, ${other.title}.`,
        'Say what is so for this measure, and leave the rest to the other.',
      ),
    );
  return findings;
}
