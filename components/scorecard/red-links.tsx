import type { StandingRow } from '@/lib/scorecard/council-view';

/** The measures that are Red, each a line that leads to its page; a sentence where there is none. */
export function RedLinks({ rows }: { rows: Pick<StandingRow, 'code' | 'title'>[] }) {
  if (rows.length === 0) return 'Nothing is Red';
  return rows.map(({ code, title }) => (
    <a key={code} className="turned" href={`/measures/${code}`}>
      {title}
    </a>
  ));
}
