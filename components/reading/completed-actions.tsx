import { FieldGroup } from '@/components/form/field';
import { completedIn, completedValue, type OpenAction } from '@/lib/reading/completed-actions';
import { type Frequency, formatDate, label } from '@/lib/time/period';

type Props = { open: OpenAction[]; typed: string | undefined; frequency: Frequency; problem?: string | undefined };

/** The actions of earlier periods that are still open, each with a box to tick where it is done. */
export function CompletedActions({ open, typed, frequency, problem }: Props) {
  if (open.length === 0) return null;
  const done = new Set(completedIn(typed ?? '').map(completedValue));
  return (
    <FieldGroup
      name="completed"
      legend="Which earlier actions are done?"
      hint="Those that you tick are told to be done with this reading. Leave the others."
      {...(problem && { problem })}
    >
      {open.map((action) => {
        const value = completedValue({ start: action.start, text: action.text });
        return (
          <label className="choice" key={value}>
            <input type="checkbox" name="completed" value={value} defaultChecked={done.has(value)} />
            <span>
              {action.text}{' '}
              <small>
                {action.owner}, {action.due ? `by ${formatDate(action.due)}` : 'no date set'}; told for{' '}
                {label({ frequency, start: action.start })}
              </small>
            </span>
          </label>
        );
      })}
    </FieldGroup>
  );
}
