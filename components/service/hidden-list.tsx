import type { HiddenFigure } from '@/lib/service/hidden-figures';

type Props = {
  hidden: HiddenFigure[];
  caption: string;
  /** Whether the figures are of several measures, which are named then. */
  named?: boolean;
};

/** Figures that the public is not shown: what the staff see, what the public sees instead, and why; nothing where there are none. */
export function HiddenList({ hidden, caption, named = false }: Props) {
  if (hidden.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className="scrolls" aria-label={caption} tabIndex={0}>
      <table className="hidden-figures">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {named && <th scope="col">Measure</th>}
            <th scope="col">Period</th>
            <th scope="col">You see</th>
            <th scope="col">The public sees</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {hidden.map(({ number, code, title, period, figure, shown, why }) => (
            <tr key={`${code} ${period}`}>
              {named && (
                <th scope="row">
                  <a href={`/measures/${code}/working`}>
                    {number}. {title}
                  </a>
                </th>
              )}
              {named ? <td>{period}</td> : <th scope="row">{period}</th>}
              <td>{figure}</td>
              <td>{shown}</td>
              <td>{why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
