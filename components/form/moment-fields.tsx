import { type FormState, problemOf } from '@/lib/form/form-state';
import { Field } from './field';

type Props = {
  state: FormState | null;
  /** The names of the two fields, which are their ids as well. */
  day: string;
  time: string;
  labels: { day: string; time: string };
  initial?: { day?: string | undefined; time: string };
};

/** A moment: its day, and the time on London's clocks. */
export function MomentFields({ state, day, time, labels, initial }: Props) {
  return (
    <div className="pair">
      <Field name={day} label={labels.day} hint="For example, 1 September 2018" problem={problemOf(state, day)}>
        {(attributes) => (
          <input
            {...attributes}
            className="date"
            name={day}
            autoComplete="off"
            defaultValue={state?.typed[day] ?? initial?.day}
          />
        )}
      </Field>
      <Field name={time} label={labels.time} hint="In London. For example, 09:30" problem={problemOf(state, time)}>
        {(attributes) => (
          <input
            {...attributes}
            className="short"
            name={time}
            autoComplete="off"
            defaultValue={state?.typed[time] ?? initial?.time}
          />
        )}
      </Field>
    </div>
  );
}
