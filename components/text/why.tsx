import type { ScorecardRow } from '@/lib/edition/scorecard';
import { ragSentence, whyQuestion } from '@/lib/target/judged-status';

/** The reasons of a row's colour and arrow; open where there is no colour, because then the reason is the news. */
export function Why({ row }: { row: ScorecardRow }) {
  return (
    <details open={row.rag.colour === null}>
      <summary>{whyQuestion(row.rag)}</summary>
      <p>
        {ragSentence(row.rag)} {row.travel.sentence}
      </p>
      <p>{row.definition}</p>
    </details>
  );
}
