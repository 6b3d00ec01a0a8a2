import type { ImportView } from '@/db/queries/bring-in/import-view';
import { addressOf, type Looking } from '@/lib/bring-in/check-address';
import { rowChoices, sheetAt, standingsOf } from '@/lib/bring-in/check-view';
import { countWords, goodWords, standingParts } from '@/lib/bring-in/check-words';
import { sheetView } from '@/lib/bring-in/sheet-view';
import type { FormAction } from '@/lib/form/form-state';
import { CheckForm } from './check-form';
import { CheckHead } from './check-head';
import { FirstScorecard } from './first-scorecard';
import { PlanList } from './plan-list';
import { SheetPart } from './sheet-part';
import { SideNotes } from './side-notes';

type Props = {
  /** The pages between the start and this one. */
  crumbs: { href: string; text: string }[];
  base: string;
  file: ImportView;
  /** Whether who looks is who sent the file, and so may act on it. */
  isOwn: boolean;
  looking: Looking;
  /** What was just done on this page, as a sentence. */
  done: string | null;
  /** Another one after each thing that was done, so that the form begins anew; the same while it is refused. */
  turn: string;
  kept: Record<string, string>;
  fresh: string;
  act: FormAction;
};

/** A file before it is brought in: their sheet at the left, and what was understood of it at the right. */
export function CheckPage({ crumbs, base, file, isOwn, looking, done, turn, kept, fresh, act }: Props) {
  const { sheets, questions, plan, notices, leftOut, leftOutMore } = file;
  const at = sheetAt(sheets, looking.sheet);
  const source = sheets[at];
  const choices = rowChoices(source?.name ?? '', source?.rows ?? []);
  const leftOutRows = sheets.reduce((sum, { name, rows }) => sum + rowChoices(name, rows).leftOut.length, 0);
  const refused = plan?.counts.refuse ?? 0;
  const open = questions.filter(({ answer, proposed }) => answer === null && proposed === null);
  const mends = open.filter(({ mend }) => mend !== null).length;
  // The rows of this sheet are named beside its columns already.
  const elsewhere = leftOut.filter(({ place }) => place?.column !== '' || place.sheet !== source?.name);
  const refusedRows = (plan?.rows ?? []).filter(({ action }) => action === 'refuse');
  const standings = standingsOf(source?.name ?? '', open, refusedRows);
  const sheet = source && sheetView(source, { standings, page: looking.rows });
  const parts = standingParts({
    questions: open.length - mends,
    cells: mends,
    refused: Math.max(0, refused - mends),
    leftOut: leftOutRows,
  });
  const drafts = file.scope === 'own' ? 'drafts of yours' : 'drafts for their owners';
  return (
    <>
      <CheckHead
        crumbs={crumbs}
        here={sheets.length > 1 && source ? `${file.fileName}, sheet “${source.name}”` : file.fileName}
        title="Check what was understood"
        {...parts}
        counts={plan ? countWords(plan, leftOutRows, drafts) : []}
      />
      {done && (
        <p className="done" role="status">
          {done}
        </p>
      )}
      {file.sentence && <p className="notice">{file.sentence}</p>}
      <div className="check">
        <section className="check-understood" aria-labelledby="understood-title">
          <header className="part-head">
            <h2 id="understood-title">Understood as</h2>
            <p>kept for the next file</p>
          </header>
          {isOwn ? (
            <CheckForm
              key={turn}
              id={file.id}
              version={file.version}
              back={addressOf(base, looking)}
              scope={file.scope}
              sheet={source?.name ?? ''}
              isAsking={file.state === 'questions'}
              questions={questions}
              frame={source?.frame ?? []}
              columns={source?.columns ?? []}
              measures={source?.measures ?? []}
              leftOut={choices.leftOut}
              sections={choices.sections}
              kept={kept}
              good={plan && goodWords(plan)}
              refused={refused}
              fresh={fresh}
              act={act}
            />
          ) : (
            <p>{file.by.name} brought this file: only they can answer for it and bring it in.</p>
          )}
        </section>
        <div className="check-sheet">
          {sheet && <SheetPart base={base} looking={looking} sheets={sheets} at={at} sheet={sheet} />}
          <FirstScorecard rows={file.first} all={plan && { href: '#rows', text: 'Everything, row by row' }} />
          <SideNotes notices={notices} leftOut={elsewhere} more={leftOutMore} />
        </div>
      </div>
      {plan && <PlanList base={base} looking={looking} plan={plan} isOver={false} />}
    </>
  );
}
