import type { FrozenFigure, Mark } from '../lib/edition';

export const markWords: Record<Mark, string> = {
  p: 'provisional',
  r: 'revised',
  e: 'estimated',
  b: 'break in series',
};

/** A figure with its marks spelled out, or the word "none"; the reason for none stands in the row's words. */
export function Figure({ figure, marks = [] }: { figure: FrozenFigure; marks?: Mark[] }) {
  if (figure.text === null) return <i>none</i>;
  return (
    <>
      <b>{figure.text}</b>
      {marks.map((mark) => (
        <small key={mark}>
          [{mark}] {markWords[mark]}
        </small>
      ))}
    </>
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
