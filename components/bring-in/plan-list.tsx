import type { ReactNode } from 'react';
import type { PlanRowView, PlanView } from '@/db/queries/bring-in/import-view';
import { addressOf, type Looking } from '@/lib/bring-in/check-address';
import { actionWords, kindWords } from '@/lib/bring-in/check-words';
import { placeWords } from '@/lib/bring-in/place-words';
import { planActions } from '@/lib/bring-in/plan-row-shape';
import { capital } from '@/lib/text/number-in-words';

type Props = { base: string; looking: Looking; plan: PlanView; isOver: boolean };

/** Row by row what a file would do, or did: narrowed by links, in pages. */
export function PlanList({ base, looking, plan, isOver }: Props) {
  const { counts, byKind, rows, page } = plan;
  const when = isOver ? 'after' : 'before';
  const all = planActions.reduce((sum, action) => sum + counts[action], 0);
  if (all === 0) return null;
  const ways = planActions.filter((action) => counts[action] > 0);
  return (
    <section id="rows" className="plan" aria-labelledby="rows-title">
      <h2 id="rows-title">{isOver ? 'Rows to look at' : 'What each row would do'}</h2>
      <nav aria-label="Which rows" className="plan-ways">
        <ul>
          <Way href={addressOf(base, looking, { action: null, page: 1 }, '#rows')} isHere={looking.action === null}>
            All {all.toLocaleString('en-GB')}
          </Way>
          {ways.map((action) => (
            <Way
              key={action}
              href={addressOf(base, looking, { action, page: 1 }, '#rows')}
              isHere={looking.action === action}
            >
              {actionWords[action][when]} {counts[action].toLocaleString('en-GB')}
            </Way>
          ))}
        </ul>
        {byKind.length > 1 && (
          <ul>
            <Way href={addressOf(base, looking, { kind: null, page: 1 }, '#rows')} isHere={looking.kind === null}>
              Everything
            </Way>
            {byKind.map(({ kind }) => (
              <Way
                key={kind}
                href={addressOf(base, looking, { kind, page: 1 }, '#rows')}
                isHere={looking.kind === kind}
              >
                {capital(kindWords[kind].several)}
              </Way>
            ))}
          </ul>
        )}
      </nav>
      {rows.length === 0 ? (
        <p className="hint">There is no such row.</p>
      ) : (
        <ol className="plan-rows">
          {rows.map((row) => (
            <PlanLine key={row.position} row={row} when={when} />
          ))}
        </ol>
      )}
      {page.count > 1 && (
        <nav className="pages" aria-label="Pages of rows">
          {page.number > 1 && <a href={addressOf(base, looking, { page: page.number - 1 }, '#rows')}>Page before</a>}
          <span>
            Page {page.number} of {page.count}
          </span>
          {page.number < page.count && (
            <a href={addressOf(base, looking, { page: page.number + 1 }, '#rows')}>Next page</a>
          )}
        </nav>
      )}
    </section>
  );
}

function Way({ href, isHere, children }: { href: string; isHere: boolean; children: ReactNode }) {
  return (
    <li>
      <a href={href} aria-current={isHere ? 'true' : undefined}>
        {children}
      </a>
    </li>
  );
}

function PlanLine({ row, when }: { row: PlanRowView; when: 'before' | 'after' }) {
  const { action, what, place, sentence, changes, history } = row;
  return (
    <li data-action={action}>
      <p className="plan-what">
        <b className="plan-action">{actionWords[action][when]}</b>
        <span>
          {what}
          {history && <small> published elsewhere</small>}
        </span>
        <small className="plan-place">{placeWords(place)}</small>
      </p>
      {sentence && <p className="plan-sentence">{sentence}</p>}
      {action === 'change' && changes.length > 0 && (
        <dl className="plan-changes">
          {changes.map(({ field, before, after }) => (
            <div key={field}>
              <dt>{field}</dt>
              <dd>
                <span className="unseen">was </span>
                <del>{before || 'nothing'}</del> <span className="unseen">would be </span>
                <ins>{after || 'nothing'}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
