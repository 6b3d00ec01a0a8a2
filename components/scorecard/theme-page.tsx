import { PublicDocument, type Site } from '@/components/frame/public-document';
import { DirectionArrow } from '@/components/sign/direction-tag';
import { Figure } from '@/components/sign/figure';
import { HiddenLegend } from '@/components/sign/hidden-legend';
import { RagTag } from '@/components/sign/rag-tag';
import { ruleWords } from '@/lib/row-words/mark-words';
import { spanWords } from '@/lib/row-words/span-words';
import { isHidden, type ThemeView, themeHeadline } from '@/lib/scorecard/council-view';
import { ragSentence } from '@/lib/target/judged-status';
import { formatDate } from '@/lib/time/period';

type Props = { site: Site; date: string; theme: ThemeView };

/** What is read together across services: each measure with its figure, target, colour, direction and the sentence on them. */
export function ThemePage({ site, date, theme: { theme, rows } }: Props) {
  const services = [...new Set(rows.map(({ service }) => service))];
  const day = formatDate(date);
  return (
    <PublicDocument
      site={site}
      title={`${theme} at ${day}`}
      description={`${theme}: ${themeHeadline(rows)}.`}
      canonical={`/themes?theme=${encodeURIComponent(theme)}`}
    >
      <nav className="crumbs" aria-label="Breadcrumb">
        <a href="/themes">All themes</a>
      </nav>
      <div className="verdict-head alone">
        <div>
          <p className="kicker">{theme}</p>
          <h1>{themeHeadline(rows)}</h1>
          <p className="as-at">
            At <b>{day}</b> · from {services.join(', ')}
          </p>
        </div>
      </div>
      <section className="summary" aria-labelledby="theme-title">
        <h2 id="theme-title">The measures of this theme</h2>
        <HiddenLegend hidden={rows.some(isHidden)} />
        <table className="why-red theme">
          <thead>
            <tr>
              <th scope="col">Measure</th>
              <th scope="col">Figure and target</th>
              <th scope="col">Against target</th>
              <th scope="col">What that means</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.code}>
                <th scope="row">
                  <a href={`/measures/${row.code}`}>{row.title}</a>
                  <small>
                    {row.service}
                    {row.period && `, ${spanWords(row)}`}
                  </small>
                </th>
                <td>
                  <Figure figure={row.current} marks={row.current.marks} reason />
                  <small>
                    {row.target.text === null ? 'no target' : `${ruleWords(row.target) ?? ''} ${row.target.text}`}
                  </small>
                </td>
                <td>
                  <RagTag colour={row.rag.colour} judged={row.rag.judged} />{' '}
                  <DirectionArrow direction={row.travel.direction} colour={row.travel.colour} />
                </td>
                <td>{ragSentence(row.rag)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </PublicDocument>
  );
}
