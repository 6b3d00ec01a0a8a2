import type { SheetView as Source } from '@/db/queries/bring-in/import-view';
import { addressOf, type Looking } from '@/lib/bring-in/check-address';
import type { SheetView } from '@/lib/bring-in/sheet-view';
import { SheetLegend, SheetTable } from './sheet-table';

type Props = {
  base: string;
  looking: Looking;
  /** All sheets of the file, and the one that is looked at. */
  sheets: Pick<Source, 'name' | 'hidden' | 'used'>[];
  at: number;
  sheet: SheetView;
};

/** Somebody's own sheet as they sent it, a page of it at a time; their other sheets by links. */
export function SheetPart({ base, looking, sheets, at, sheet }: Props) {
  const { first, last, all, page, pages, columnsBeyond } = sheet;
  const isPart = pages > 1 || all > sheet.rows.length;
  const hidden = sheet.letters.filter(({ isHidden }) => isHidden).map(({ letters }) => letters);
  return (
    <section id="sheet" className="sheet-part" aria-labelledby="sheet-title">
      <header className="part-head">
        <h2 id="sheet-title">Your sheet</h2>
        <p>
          rows {first} to {last}
          {isPart && `; ${all.toLocaleString('en-GB')} in all`}
        </p>
      </header>
      {sheets.length > 1 && (
        <nav aria-label="Sheets of the file" className="plan-ways">
          <ul>
            {sheets.map(({ name, hidden: isHidden, used }, index) => (
              <li key={name}>
                <a
                  href={addressOf(base, looking, { sheet: index + 1, rows: 1 })}
                  aria-current={index === at ? 'true' : undefined}
                >
                  {name}
                </a>
                {(!used || isHidden) && (
                  <small> {[!used && 'not used', isHidden && 'hidden'].filter(Boolean).join(', ')}</small>
                )}
              </li>
            ))}
          </ul>
        </nav>
      )}
      <SheetTable sheet={sheet} />
      <SheetLegend />
      {hidden.length > 0 && (
        <p className="hint">
          Hidden in your sheet: {hidden.length === 1 ? 'column' : 'columns'} {hidden.join(', ')}.
        </p>
      )}
      {columnsBeyond > 0 && (
        <p className="hint">
          {columnsBeyond === 1 ? 'One more column is' : `${columnsBeyond} more columns are`} read, and not shown here.
        </p>
      )}
      {pages > 1 && (
        <nav className="pages" aria-label="Rows of your sheet">
          {page > 1 && <a href={addressOf(base, looking, { rows: page - 1 }, '#sheet')}>Rows before</a>}
          {page < pages && <a href={addressOf(base, looking, { rows: page + 1 }, '#sheet')}>Rows after {last}</a>}
        </nav>
      )}
    </section>
  );
}
