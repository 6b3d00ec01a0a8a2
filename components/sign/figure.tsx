import type { FrozenFigure, Mark } from '@/lib/edition/edition';
import { markerWords } from '@/lib/figure/figure';
import { hiddenWords } from '@/lib/figure/withheld';

export const markWords: Record<Mark, string> = {
  p: 'provisional',
  r: 'revised',
  e: 'estimated',
  b: 'break in series',
  h: 'published elsewhere',
};

type Props = { figure: FrozenFigure; marks?: Mark[]; reason?: boolean };

/** A figure with its marks spelled out; without one its marker in words, or with `reason` why there is none and when it is expected. */
export function Figure({ figure, marks = [], reason = false }: Props) {
  if (figure.text === null) return <NoFigure figure={figure} reason={reason} />;
  return (
    <>
      <b>{figure.text}</b>
      {figure.rounded && <small>rounded</small>}
      {marks.map((mark) => (
        <small key={mark}>
          [{mark}] {markWords[mark]}
        </small>
      ))}
    </>
  );
}

/** An edition from before there were markers says "none"; the reason stands in the row's words. */
function NoFigure({ figure, reason }: { figure: FrozenFigure & { text: null }; reason: boolean }) {
  const { marker, why, hidden } = figure;
  if (!marker) return <i>none</i>;
  if (hidden) return <small>{hiddenWords}</small>;
  const words = reason ? `${why.charAt(0).toLowerCase()}${why.slice(1).replace(/\.$/, '')}` : markerWords[marker];
  return (
    <small>
      [{marker}] {words}
    </small>
  );
}

/** A target with the words of its rule beneath it: "76, at most"; a range such as "30 to 40" says all by itself. */
export function TargetFigure({ target }: { target: FrozenFigure & { rule: string | null } }) {
  const words = target.text === null ? -1 : (target.rule?.indexOf(` ${target.text}`) ?? -1);
  return (
    <>
      <Figure figure={target} />
      {words > 0 && <small> {target.rule?.slice(0, words)}</small>}
    </>
  );
}
