import type { ReactNode } from 'react';

type ControlAttributes = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };

type Props = {
  /** The field's name, which is also its id: the error summary links to it. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  problem?: string | undefined;
  /** The control itself, given what ties it to its label, hint and problem. */
  children: (attributes: ControlAttributes) => ReactNode;
};

/** A labelled control with its hint and its problem, tied together for every reader. */
export function Field({ name, label, hint, problem, children }: Props) {
  const describedBy = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ');
  return (
    <div className={problem ? 'field wrong' : 'field'}>
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {problem && <ProblemLine id={`${name}-problem`} sentence={problem} />}
      {children({
        id: name,
        ...(describedBy && { 'aria-describedby': describedBy }),
        ...(problem && { 'aria-invalid': true as const }),
      })}
    </div>
  );
}

type GroupProps = Omit<Props, 'label' | 'children'> & { legend: ReactNode; children: ReactNode };

/** A group of radios or of fields that belong together, with their question as its legend. */
export function FieldGroup({ name, legend, hint, problem, children }: GroupProps) {
  const describedBy = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ');
  return (
    <fieldset
      id={name}
      tabIndex={-1}
      className={problem ? 'field wrong' : 'field'}
      {...(describedBy && { 'aria-describedby': describedBy })}
    >
      <legend>{legend}</legend>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {problem && <ProblemLine id={`${name}-problem`} sentence={problem} />}
      {children}
    </fieldset>
  );
}

function ProblemLine({ id, sentence }: { id: string; sentence: string }) {
  return (
    <p className="problem" id={id}>
      <span className="unseen">Problem: </span>
      {sentence}
    </p>
  );
}
