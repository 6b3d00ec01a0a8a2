import { FieldGroup } from '@/components/form/field';
import { revisionReasons, revisionWords } from '@/lib/reading/revision-reasons';

type Props = { typed: Record<string, string | undefined>; problem: string | undefined };

/** The class that a correction falls in, chosen by its owner. */
export function RevisionKind({ typed, problem }: Props) {
  return (
    <FieldGroup name="revisionReason" legend="What kind of correction is it?" problem={problem}>
      {revisionReasons.map((reason) => (
        <label key={reason} className="choice">
          <input type="radio" name="revisionReason" value={reason} defaultChecked={typed.revisionReason === reason} />{' '}
          {revisionWords[reason].choice}
        </label>
      ))}
    </FieldGroup>
  );
}
