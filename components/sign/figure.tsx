import type { FrozenFigure, Mark } from '@/lib/edition/edition';
import { besideFigure, noFigureWords, ruleWords } from '@/lib/row-words/mark-words';

type Props = { figure: FrozenFigure; marks?: Mark[]; reason?: boolean };

/** A figure with its marks spelled out; without one its marker in words, or with `reason` why there is none and when it is expected. */
export function Figure({ figure, marks = [], reason = false }: Props) {
  if (figure.text === null) {
    const words = noFigureWords(figure, reason);
    return figure.marker ? <small>{words}</small> : <i>{words}</i>;
  }
  return (
    <>
      <b>{figure.text}</b>
      {besideFigure(figure, marks).map((words) => (
        <small key={words}>{words}</small>
      ))}
    </>
  );
}

/** A target with the words of its rule beneath it: "76, at most"; a range such as "30 to 40" says all by itself. */
export function TargetFigure({ target }: { target: FrozenFigure & { rule: string | null } }) {
  const words = ruleWords(target);
  return (
    <>
      <Figure figure={target} />
      {words && <small>{` ${words}`}</small>}
    </>
  );
}
