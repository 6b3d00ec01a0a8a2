import type { View } from '@/lib/edition/scorecard';

const shown: [View['show'], string][] = [
  ['all', 'All'],
  ['red', 'Only Red'],
  ['worsening', 'Worsening'],
  ['overdue', 'Overdue'],
];
const ordered: [View['order'], string][] = [
  ['report', 'Report order'],
  ['exceptions', 'Exceptions first'],
];

/** The address of a view of a scorecard; the plain address where it is the usual one. */
export function viewAddress(address: string, { show, order, signals }: View): string {
  const parameters = [
    show !== 'all' && `show=${show}`,
    order !== 'report' && `order=${order}`,
    signals && 'signals=shown',
  ];
  const query = parameters.filter(Boolean).join('&');
  return query ? `${address}?${query}` : address;
}

/** The filters and orders of the table as plain links. */
export function ViewLinks({ view, address }: { view: View; address: string }) {
  const link = (to: View, word: string, current: boolean) => (
    <li key={word}>
      {/* A query alone leads to this page's own address: eight times the path would weigh. */}
      <a href={`${viewAddress('', to) || address}#measures`} aria-current={current ? 'true' : undefined}>
        {word}
      </a>
    </li>
  );
  return (
    <nav className="views" aria-label="Measures shown">
      <b>Show</b>
      <ul>{shown.map(([show, word]) => link({ ...view, show }, word, show === view.show))}</ul>
      <b>Order</b>
      <ul>{ordered.map(([order, word]) => link({ ...view, order }, word, order === view.order))}</ul>
      <b>Signals</b>
      <ul>
        {link({ ...view, signals: false }, 'Hidden', !view.signals)}
        {link({ ...view, signals: true }, 'Shown', view.signals === true)}
      </ul>
    </nav>
  );
}
