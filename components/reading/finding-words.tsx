import type { Finding } from '@/lib/commentary/finding';

/** The words that a finding is about, what is wrong with them and how to mend it. */
export function FindingWords({ finding: { quote, sentence, mend, instead } }: { finding: Finding }) {
  return (
    <>
      {quote && !sentence.includes(quote) && <q>{quote}</q>} {sentence} {mend}
      {instead !== undefined && (
        <>
          {' '}
          It could say: <q>{instead}</q>.
        </>
      )}
    </>
  );
}
