import { RagTag } from '@/components/sign/rag-tag';
import { readingValue } from '@/lib/figure/computed-value';
import { shown } from '@/lib/figure/figure';
import { parseFigure, parsePart } from '@/lib/figure/figure-entry';
import { figureRefusal } from '@/lib/figure/figure-refusal';
import { realTerms } from '@/lib/figure/in-real-terms';
import type { MeasureFacts } from '@/lib/measure/measure';
import type { Target } from '@/lib/target/target';
import { colourWithReason } from '@/lib/target/why-this-colour';

type Typed = Record<string, string | undefined>;
type Judged = { measure: MeasureFacts; target: Target | null; whyNoTarget: string | null };

/** The figures typed so far as decimal strings, or null while one of them cannot be read or they do not go together. */
export function figuresOf(typed: Typed, measure: MeasureFacts) {
  const figure = (text: string | undefined, parse: (typed: string) => ReturnType<typeof parsePart>) => {
    if (!text?.trim()) return null;
    const parsed = parse(text);
    return 'value' in parsed ? parsed.value : undefined;
  };
  const value = figure(typed.value, (text) => parseFigure(text, measure));
  const numerator = figure(typed.numerator, (text) => parsePart(text, measure));
  const denominator = figure(typed.denominator, (text) => parsePart(text, measure));
  if (value === undefined || numerator === undefined || denominator === undefined || typed.missing) return null;
  const figures = { value, numerator, denominator };
  if (figureRefusal(figures, measure) !== null) return null;
  const result = readingValue(figures, measure);
  return result === null ? null : { ...figures, result };
}

/** What the typed figures come to: the figure as it will be shown, its sum in words, and the colour it would get. */
export function LiveResult({ typed, measure, target, whyNoTarget }: Judged & { typed: Typed }) {
  const figures = figuresOf(typed, measure);
  if (figures === null)
    return (
      <output className="result" htmlFor="numerator denominator value">
        <i>The result appears here once the figure is in.</i>
      </output>
    );
  const { result } = figures;
  const rag = colourWithReason({ value: result, target, whyNoTarget, measure, parts: figures });
  const sum = realTerms(figures, measure);
  return (
    <output className="result" htmlFor="numerator denominator value">
      <b>{shown(result, measure)}</b> <RagTag colour={rag.colour} />
      {sum && <span>{sum}.</span>}
      <span>{rag.sentence}</span>
    </output>
  );
}
