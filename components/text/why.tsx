import type { ScorecardRow } from '@/lib/edition/scorecard';

const questions = { green: 'Why is it green?', amber: 'Why is it amber?', red: 'Why is it red?' } as const;

/** The reasons of a row's colour and arrow; open where there is no colour, because then the reason is the news. */
export function Why({ row }: { row: ScorecardRow }) {
  const { colour } = row.rag;
  return (
    <details open={colour === null}>
      <summary>{colour ? questions[colour] : 'Why no colour?'}</summary>
      <p>
        {row.rag.sentence} {row.travel.sentence}
      </p>
      <p>{row.definition}</p>
    </details>
  );
}
