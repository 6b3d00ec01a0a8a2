import { counted } from '@/lib/figure/label-grammar';
import type { Wording } from '@/lib/series/series-break';
import { type Frequency, formatDate, label } from '@/lib/time/period';

type Props = { wordings: Wording[]; frequency: Frequency };

/** The wordings that a measure has had, side by side, with the decision behind each; nothing where there was only one. */
export function WordingVersions({ wordings, frequency }: Props) {
  if (wordings.length < 2) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className="scrolls" aria-labelledby="wordings" tabIndex={0}>
      <h3 id="wordings">The definition through time</h3>
      <table className="wordings">
        <thead>
          <tr>
            <td />
            {wordings.map(({ version, effectiveFrom }) => (
              <th key={version} scope="col">
                Version {version}, from {label({ frequency, start: effectiveFrom })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Line name="Title" wordings={wordings} say={({ title }) => title} />
          <Line name="Definition" wordings={wordings} say={({ definition }) => definition} />
          <Line
            name="Numerator"
            wordings={wordings}
            say={({ numeratorLabel }) => numeratorLabel && counted(numeratorLabel, '2')}
          />
          <Line
            name="Denominator"
            wordings={wordings}
            say={({ denominatorLabel }) => denominatorLabel && counted(denominatorLabel, '2')}
          />
          <Line
            name="Decision"
            wordings={wordings}
            say={({ decision }) =>
              decision && `${decision.reason} (${decision.decidedBy}, ${formatDate(decision.decidedOn)})`
            }
          />
        </tbody>
      </table>
    </section>
  );
}

function Line({
  name,
  wordings,
  say,
}: {
  name: string;
  wordings: Wording[];
  say: (wording: Wording) => string | null;
}) {
  if (wordings.every((wording) => say(wording) === null)) return null;
  return (
    <tr>
      <th scope="row">{name}</th>
      {wordings.map((wording) => (
        <td key={wording.version}>{say(wording) ?? <i>none</i>}</td>
      ))}
    </tr>
  );
}
