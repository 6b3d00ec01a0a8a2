'use client';

import { useEffect, useId, useRef } from 'react';
import { SubmitButton } from '@/components/form/submit-button';
import { RagTag } from '@/components/sign/rag-tag';
import type { Effect } from '@/lib/framework/effect';

type Props = {
  effect: Effect;
  /** Whether it would do something else by now than what was shown before. */
  changed: boolean;
  save: string;
  /** Whether what it saves takes something away. */
  danger?: boolean;
};

/** What a form would do, with the button that saves it; takes the focus when it appears. */
export function EffectBox({ effect, changed, save, danger = false }: Props) {
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (effect) title.current?.focus();
  }, [effect]);
  const { sentences, figures, row, order } = effect;
  return (
    <section className="effect" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1} ref={title}>
        What this would do
      </h2>
      {changed && (
        <p role="alert">
          <b>It would do something else than what was shown, so nothing is saved yet: look at it once more.</b>
        </p>
      )}
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {order && (
        <ol className="effect-order">
          {order.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      )}
      {row && (
        <>
          <h3>On the scorecard</h3>
          <dl className="effect-row">
            {row.map(({ column, text }) => (
              <div key={column}>
                <dt>{column}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {figures && figures.rows.length > 0 && <EffectFigures {...figures} />}
      <div className="buttons">
        <SubmitButton className={danger ? 'button danger' : 'button'} busy="Saving…" name="intent" value="save">
          {save}
        </SubmitButton>
      </div>
    </section>
  );
}

/** The figures that a change would judge, each with its colour now and then; a colour that changes is marked. */
function EffectFigures({ caption, rows }: NonNullable<Effect['figures']>) {
  return (
    <table className="effect-figures">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Period</th>
          <th scope="col">Figure</th>
          <th scope="col">Now</th>
          <th scope="col">New</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ period, figure, now, next }) => (
          <tr key={period}>
            <th scope="row">{period}</th>
            <td>{figure}</td>
            <td>
              <RagTag colour={now} />
            </td>
            <td className={now === next ? undefined : 'turned'}>
              <RagTag colour={next} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
