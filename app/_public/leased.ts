import { LRUCache } from 'lru-cache';
import { lease } from '@/app/_server/lease';

type Leased<Answer> = { until: number; answer: Promise<Answer>; bytes: number };

/** What an answer is taken to weigh until it is there. */
const bytesToCome = 1_000;

/**
 * A question to the record whose answer this process repeats for at most a lease from the moment of the question, to all who ask
 * the same; after a fault the next one asks again. No more than `most` bytes of answers are held, the longest unread go first.
 */
export function leased<Question extends string[], Answer>(
  ask: (...question: Question) => Promise<Answer>,
  most = 2 * 2 ** 20,
): (...question: Question) => Promise<Answer> {
  const held = new LRUCache<string, Leased<Answer>>({ maxSize: most, sizeCalculation: ({ bytes }) => bytes });
  return (...question) => {
    const name = JSON.stringify(question);
    const known = held.get(name);
    if (known && performance.now() < known.until) return known.answer;
    const until = performance.now() + lease;
    const answer = ask(...question);
    const begun = { until, answer, bytes: name.length + bytesToCome };
    held.set(name, begun);
    answer.then(
      (value) => {
        if (held.peek(name) === begun) held.set(name, { ...begun, bytes: name.length + bytesOf(value) });
      },
      () => {
        if (held.peek(name) === begun) held.delete(name);
      },
    );
    return answer;
  };
}

const bytesOf = (answer: unknown): number => Buffer.byteLength(JSON.stringify(answer) ?? '');
