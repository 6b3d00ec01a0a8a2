import { Field, FieldGroup } from '@/components/form/field';
import { missingReasons, missingWords } from '@/lib/figure/missing-reason';
import { partQuestions } from '@/lib/figure/part-label';
import { type FormState, problemOf } from '@/lib/form/form-state';
import type { MeasureFacts } from '@/lib/measure/measure';

type Props = {
  measure: MeasureFacts;
  typed: Record<string, string | undefined>;
  state: FormState | null;
};

/** Where the figure is given: its two parts or the value itself, whether it is provisional, or why there is none. */
export function ReadingFigures({ measure, typed, state }: Props) {
  const figure = { typed, state };
  if (measure.scale === null)
    return <FigureField {...figure} name="value" label={`Figure, ${unitWords[measure.unit] ?? 'as a number'}`} />;
  const questions = partQuestions(measure);
  return (
    <>
      <FigureField {...figure} name="numerator" label={`${questions.numerator}?`} />
      <FigureField {...figure} name="denominator" label={`${questions.denominator}?`} />
      <details className="aside-question" open={Boolean(typed.value) || problemOf(state, 'value') !== undefined}>
        <summary>Only the result is known</summary>
        <FigureField
          {...figure}
          name="value"
          label="The result itself"
          hint="Give the two numbers above where you can: they let readers see how many people or cases it is about."
        />
      </details>
    </>
  );
}

const unitWords: Partial<Record<MeasureFacts['unit'], string>> = {
  percent: 'in %',
  days: 'in days',
  pounds: 'in £',
  pounds_thousand: 'in thousands of £',
};

type FigureProps = Omit<Props, 'measure'> & { name: string; label: string; hint?: string };

function FigureField({ name, label, hint, typed, state }: FigureProps) {
  return (
    <Field name={name} label={label} hint={hint} problem={problemOf(state, name)}>
      {(attributes) => (
        <input
          {...attributes}
          className="short"
          name={name}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={typed[name]}
        />
      )}
    </Field>
  );
}

/** The reasons why there is no figure, with the day it is expected. */
export function MissingReason({ typed, state }: Omit<Props, 'measure'>) {
  const isOpen = ['missing', 'expectedOn'].some((field) => typed[field] || problemOf(state, field));
  return (
    <details className="aside-question" open={isOpen}>
      <summary>There is no figure this time</summary>
      <FieldGroup name="missing" legend="Why is there no figure?" problem={problemOf(state, 'missing')}>
        <Choice value="" title="There is a figure" chosen={!typed.missing} />
        {missingReasons.map((reason) => (
          <Choice key={reason} value={reason} title={missingWords[reason].title} chosen={typed.missing === reason} />
        ))}
      </FieldGroup>
      <Field
        name="expectedOn"
        label="When is it expected?"
        hint="“Not available yet” needs the date, such as 30 September 2018. Until then the period counts as answered."
        problem={problemOf(state, 'expectedOn')}
      >
        {(attributes) => (
          <input
            {...attributes}
            className="date"
            name="expectedOn"
            autoComplete="off"
            defaultValue={typed.expectedOn}
          />
        )}
      </Field>
    </details>
  );
}

function Choice({ value, title, chosen }: { value: string; title: string; chosen: boolean }) {
  return (
    <label className="choice">
      <input type="radio" name="missing" value={value} defaultChecked={chosen} /> {title}
    </label>
  );
}
