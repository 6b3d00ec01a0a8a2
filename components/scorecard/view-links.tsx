import { countOf, type Order, type ScorecardRow, type Show, themesOf, type View } from '@/lib/scorecard/scorecard-view';

/** What can be shown alone, as its link says it. */
const showWords: Record<Show, string> = {
  all: 'All',
  red: 'Red',
  amber: 'Amber',
  green: 'Green',
  none: 'No colour',
  worsening: 'Worsening',
  improving: 'Improving',
  overdue: 'Overdue',
};
/** Those that are always offered; the others are led to by their counts. */
const offered: Show[] = ['all', 'red', 'worsening', 'overdue'];
const ordered: [Order, string][] = [
  ['report', 'Report'],
  ['exceptions', 'Exceptions first'],
];

/** The address of a view of a scorecard; the plain address where it is the usual one. */
export function viewAddress(address: string, { show, order, signals, theme }: View): string {
  const parameters = [
    show !== 'all' && `show=${show}`,
    theme && `theme=${encodeURIComponent(theme)}`,
    order !== 'report' && `order=${order}`,
    signals && 'signals=shown',
  ];
  const query = parameters.filter(Boolean).join('&');
  return query ? `${address}?${query}` : address;
}

/** The filters and orders of the table as plain links, with how many measures each shows. */
export function ViewLinks({ view, address, all }: { view: View; address: string; all: ScorecardRow[] }) {
  const link = (to: View, word: string, current: boolean) => (
    <li key={word}>
      {/* A query alone leads to this page's own address: eight times the path would weigh. */}
      <a href={`${viewAddress('', to) || address}#measures`} aria-current={current ? 'true' : undefined}>
        {word}
      </a>
    </li>
  );
  const shown = offered.includes(view.show) ? offered : [...offered, view.show];
  const { theme: _, ...anyTheme } = view;
  const themes = themesOf(all);
  return (
    <nav className="views" aria-label="Measures shown">
      <b>Show</b>
      <ul>
        {shown.map((show) => {
          const isCurrent = show === view.show && !(show === 'all' && view.theme);
          return link(
            { ...(show === 'all' ? anyTheme : view), show },
            `${showWords[show]} ${countOf(all, show)}`,
            isCurrent,
          );
        })}
      </ul>
      {themes.length > 0 && (
        <>
          <b>Theme</b>
          <ul>
            {themes.map(({ theme, count }) => link({ ...view, theme }, `${theme} ${count}`, theme === view.theme))}
          </ul>
        </>
      )}
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
