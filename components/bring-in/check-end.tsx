import { SubmitButton } from '@/components/form/submit-button';
import type { ImportScope } from '@/lib/bring-in/import-words';

type Props = {
  scope: ImportScope;
  /** Whether a question is open, so that nothing can come in yet. */
  isAsking: boolean;
  good: string | null;
  refused: number;
  /** Whether an owner wants to submit with it, as typed before. */
  submits: boolean;
};

/** What is to become of a file: brought in, only if all of it is good, or stopped. */
export function CheckEnd({ scope, isAsking, good, refused, submits }: Props) {
  const canBringIn = !isAsking && good !== null;
  return (
    <div className="check-end">
      {isAsking && <p>Once the questions are answered, the file can be brought in.</p>}
      {!isAsking && good === null && (
        <p>There is nothing to bring in as it stands: no row would make or change anything.</p>
      )}
      {canBringIn && scope === 'own' && (
        <label className="choice">
          <input type="checkbox" name="submits" value="yes" defaultChecked={submits} />
          <span>
            Submit them with it
            <small>Otherwise they are drafts, which nobody else has until you submit them.</small>
          </span>
        </label>
      )}
      <div className="buttons">
        {canBringIn && (
          <SubmitButton name="intent" value="good" busy="Bringing in…">
            {`Bring in ${good}`}
          </SubmitButton>
        )}
        {canBringIn && refused > 0 && (
          <SubmitButton className="button secondary" name="intent" value="all" busy="Bringing in…">
            Only if all are good
          </SubmitButton>
        )}
        <SubmitButton className="button link" name="intent" value="stop" busy="Stopping…">
          Stop
        </SubmitButton>
      </div>
    </div>
  );
}
