import { PublicDocument, type Site } from '@/components/frame/public-document';
import { type ThemeView, themesHeadline } from '@/lib/scorecard/council-view';
import { summaryAt } from '@/lib/scorecard/scorecard';
import { isRed } from '@/lib/target/judged-status';
import { formatDate } from '@/lib/time/period';
import { ColourCounts, CountHeads } from './colour-counts';
import { Marks } from './marks';
import { RedLinks } from './red-links';

type Props = { site: Site; date: string; themes: ThemeView[] };

/** All themes on one page: how the measures of each stand across services, and which of them are Red. */
export function ThemesPage({ site, date, themes }: Props) {
  const description = `What the services of ${site.council} do together, theme by theme: how many measures are Red, Amber and Green, and which are Red.`;
  return (
    <PublicDocument site={site} title="Themes" description={description} canonical="/themes">
      <div className="verdict-head alone">
        <div>
          <p className="kicker">Themes, across services</p>
          <h1>{themesHeadline(themes)}</h1>
          <p className="as-at">
            At <b>{formatDate(date)}</b>
            {themes.length > 0 && ' · measures that are read together, whatever their service'}
          </p>
        </div>
      </div>
      {themes.length === 0 ? (
        <p className="empty">
          A theme has measures that are read together, whatever their service. Once measures are published with one, it
          stands here. <a href="/">All services</a>
        </p>
      ) : (
        <section className="summary" aria-labelledby="themes-title">
          <h2 id="themes-title">Each theme</h2>
          <table className="standings">
            <thead>
              <tr>
                <th scope="col">Theme</th>
                <th scope="col">Measures, a mark each</th>
                <CountHeads />
                <th scope="col">What is Red</th>
              </tr>
            </thead>
            <tbody>
              {themes.map((theme) => (
                <ThemeLine key={theme.theme} theme={theme} date={date} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </PublicDocument>
  );
}

function ThemeLine({ theme: { theme, rows }, date }: { theme: ThemeView; date: string }) {
  const red = rows.filter(({ rag }) => isRed(rag));
  const services = [...new Set(rows.map(({ service }) => service))];
  return (
    <tr>
      <th scope="row">
        <a href={`/themes?theme=${encodeURIComponent(theme)}`}>{theme}</a>
        <small>{services.join(', ')}</small>
      </th>
      <td>
        <Marks rows={rows} />
      </td>
      <ColourCounts summary={summaryAt(rows, date)} />
      <td>
        <RedLinks rows={red} />
      </td>
    </tr>
  );
}
