import { Figure } from '@/components/sign/figure';
import { RagTag } from '@/components/sign/rag-tag';
import { Shape } from '@/components/sign/sign-shapes';
import type { FormerRed } from '@/lib/edition/reds';

type Props = { reds: FormerRed[]; card: string; when: string };

/** Each measure that was Red: its figure then and now, and what it became, in the words of the scorecard. */
export function FormerReds({ reds, card, when }: Props) {
  if (reds.length === 0) return null;
  return (
    <ol className="turns">
      {reds.map(({ number, code, title, outcome, was, is, sentence }) => (
        <li key={code}>
          <h2>
            <a href={is ? `${card}#${code}` : `/measures/${code}`}>
              {number}. {title}
            </a>
          </h2>
          <dl>
            <Side name={when} shown={was} />
            {is ? (
              <Side name="Now" shown={is} />
            ) : (
              <div>
                <dt>Now</dt>
                <dd>
                  <span className="tag none">
                    <Shape symbol="none" />
                    {outcome === 'retired' ? 'Retired' : 'Not on the scorecard'}
                  </span>
                </dd>
              </div>
            )}
          </dl>
          <p>{sentence}</p>
        </li>
      ))}
    </ol>
  );
}

function Side({ name, shown: { figure, period, colour, judged } }: { name: string; shown: FormerRed['was'] }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <RagTag colour={colour} judged={judged} /> <Figure figure={figure} />{' '}
        {period && (
          <span>
            {period.label} <small>{period.range}</small>
          </span>
        )}
      </dd>
    </div>
  );
}
