import type { CellStanding, RowUse, SheetView } from '@/lib/bring-in/sheet-view';

/** What is said of a row and of a cell to whoever does not see it. */
const useWords: Record<RowUse, string> = {
  heading: ', headings',
  section: ', a theme',
  data: '',
  left_out: ', left out',
};
const standingWords: Record<CellStanding, string> = {
  plain: '',
  left_out: '',
  question: ' (a question)',
  refused: ' (cannot be used)',
};

/** So short a text stands in one line. */
const briefText = 12;

/** Somebody's own sheet with its letters and numbers, marked with what was understood; moves sideways in a frame of its own. */
export function SheetTable({ sheet }: { sheet: SheetView }) {
  return (
    // A region that moves sideways has to be reached by the keyboard. Source: WCAG 2.1.1, axe's scrollable-region-focusable.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
    <section className="sheet-frame" aria-label={`Your sheet “${sheet.name}”`} tabIndex={0}>
      <table className="sheet">
        <caption className="unseen">
          Sheet “{sheet.name}”, rows {sheet.first} to {sheet.last}
        </caption>
        <thead>
          <tr>
            <td />
            {sheet.letters.map(({ letters, isHidden }) => (
              <th scope="col" key={letters} data-hidden={isHidden || undefined}>
                {letters}
                {isHidden && <span className="unseen">, hidden in your sheet</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map(({ number, use, isHidden, cells }) => (
            <tr key={number} data-use={use === 'data' ? undefined : use} data-hidden={isHidden || undefined}>
              <th scope="row">
                {number}
                <span className="unseen">
                  {useWords[use]}
                  {isHidden && ', hidden in your sheet'}
                </span>
              </th>
              {cells.map(({ letters, text, standing, isNumber, across }) => (
                <td
                  key={letters}
                  colSpan={across > 1 ? across : undefined}
                  className={isNumber ? 'number' : text.length <= briefText ? 'brief' : undefined}
                  data-cell={standing === 'plain' ? undefined : standing}
                >
                  {standing === 'left_out' ? <s>{text}</s> : text}
                  {standingWords[standing] && <span className="unseen">{standingWords[standing]}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What each mark in the sheet means. */
export function SheetLegend() {
  return (
    <ul className="sheet-legend" aria-label="What the marks mean">
      <li>
        <span className="swatch" data-use="heading" aria-hidden="true" /> headings
      </li>
      <li>
        <span className="swatch" data-use="section" aria-hidden="true" /> a theme or a service
      </li>
      <li>
        <span className="swatch" data-cell="refused" aria-hidden="true" /> cannot be used
      </li>
      <li>
        <span className="swatch" data-cell="question" aria-hidden="true" /> a question
      </li>
      <li>
        <s>left out</s>
      </li>
    </ul>
  );
}
