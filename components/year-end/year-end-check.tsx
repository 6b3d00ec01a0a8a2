'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { FormKey } from '@/components/form/form-key';
import { SubmitButton } from '@/components/form/submit-button';
import { Link } from '@/components/frame/link';
import type { ListedRow } from '@/db/queries/framework/year-end';
import type { FormAction } from '@/lib/form/form-state';
import { confirmText } from '@/lib/year-end/closing-form';
import { unbrokenSum } from '@/lib/year-end/year-end-words';

type Props = {
  service: { slug: string; name: string };
  year: { name: string; startsIn: number };
  /** The ticked measures that are certain, as they are now. */
  rows: Pick<ListedRow, 'number' | 'code' | 'title' | 'figure' | 'words' | 'seen'>[];
  fresh: string;
  confirm: FormAction;
};

/** The figures that are about to be confirmed together, looked at once more. */
export function YearEndCheck({ service, year, rows, fresh, confirm }: Props) {
  const [state, send] = useActionState(confirm, null);
  const back = (
    <Link className="beside-buttons" href={`/settings/year-end/${service.slug}?year=${year.startsIn}`}>
      Back to the list
    </Link>
  );
  if (rows.length === 0)
    return (
      <>
        <ErrorSummary problems={state?.problems ?? []} />
        <p>No ticked measure is certain and open any more. {back}</p>
      </>
    );
  return (
    <form action={send} noValidate>
      <ErrorSummary problems={state?.problems ?? []} />
      <FormKey state={state} fresh={fresh} />
      <input type="hidden" name="service" value={service.slug} />
      <input type="hidden" name="year" value={year.startsIn} />
      {rows.map(({ code, seen }) => (
        <input key={code} type="hidden" name="confirm" value={confirmText({ code, seen })} />
      ))}
      <table className="kept-list year-check">
        <caption className="unseen">
          Outturns of {year.name} to be confirmed: {service.name}
        </caption>
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col">How it was reached</th>
            <th scope="col">{year.name}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, code, title, figure, words }) => (
            <tr key={code}>
              <th scope="row">
                {number}. {title}
              </th>
              <td data-label="How it was reached">{unbrokenSum(words)}</td>
              <td>
                <b>{figure}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="buttons year-end-confirm">
        <SubmitButton busy="Confirming…">{`Confirm ${rows.length}`}</SubmitButton>
        {back}
      </div>
    </form>
  );
}
