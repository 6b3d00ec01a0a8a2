import { redOfRated, type ThemeView } from '@/lib/scorecard/council-view';
import { isRed } from '@/lib/target/judged-status';
import { Marks } from './marks';

/** A line for each theme: its measures whatever their service, how many of those rated are Red, and which. */
export function ThemesTable({ themes }: { themes: ThemeView[] }) {
  return (
    <table className="standings">
      <thead>
        <tr>
          <th scope="col">Theme</th>
          <th scope="col">Measures, a mark each</th>
          <th scope="col">Red</th>
          <th scope="col">What is Red</th>
        </tr>
      </thead>
      <tbody>
        {themes.map(({ theme, rows }) => (
          <tr key={theme}>
            <th scope="row">
              <a href={`/themes?theme=${encodeURIComponent(theme)}`}>{theme}</a>
            </th>
            <td>
              <Marks rows={rows} />
            </td>
            <td className="rated">{redOfRated(rows)}</td>
            <td>
              {rows
                .filter(({ rag }) => isRed(rag))
                .map(({ title }) => title)
                .join('; ') || 'Nothing'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
