import { Figure } from '@/components/sign/figure';
import { RagTag } from '@/components/sign/rag-tag';
import { MarkedText } from '@/components/text/marked-text';
import { excerpt, marked } from '@/lib/search/marked-words';
import type { Hit } from '@/lib/search/search';

/** A measure that was found: what it is, how it stands, and where the words were met. */
export function SearchHit({ hit }: { hit: Hit }) {
  const { measure, terms } = hit;
  const { code, number, title, definition, service, theme, current, unit, period, colour, judged } = measure;
  return (
    <li>
      <h3>
        <a href={`/measures/${code}`}>
          <MarkedText pieces={marked(title, terms.title)} />
        </a>
      </h3>
      <p className="of">
        {service.name}, measure {number}
        {theme && `; theme: ${theme}`}
      </p>
      <p className="stands">
        <RagTag colour={colour} judged={judged ? { colour: judged } : undefined} />{' '}
        {(current.text !== null || period) && (
          <span>
            <Figure figure={current} marks={current.marks} /> {current.text !== null && afterFigure(unit)}
          </span>
        )}{' '}
        <span>{period ?? 'no result yet'}</span>
      </p>
      <p>
        <MarkedText pieces={excerpt(definition, terms.definition)} />
      </p>
      <Because hit={hit} />
    </li>
  );
}

/** Where else a word was met, when neither the title nor the definition has it. */
function Because({ hit: { measure, abbreviations, terms } }: { hit: Hit }) {
  const unseen = (met: Set<string>) =>
    [...met].every((term) => terms.title.has(term) || terms.definition.has(term)) ? new Set<string>() : met;
  const short = unseen(terms.abbreviations);
  const inComments = unseen(terms.comments);
  const explained = abbreviations
    .map(({ short: letters, long }) => ({ letters: marked(letters, short), long: marked(long, short) }))
    .filter(({ letters, long }) => [...letters, ...long].some((piece) => piece.marked));
  return (
    <>
      {explained.map(({ letters, long }, index) => (
        <p className="because" key={index}>
          <MarkedText pieces={letters} /> stands for <MarkedText pieces={long} />
        </p>
      ))}
      {measure.comments !== null && inComments.size > 0 && (
        <p className="because">
          In the comments: <MarkedText pieces={excerpt(measure.comments, inComments)} />
        </p>
      )}
    </>
  );
}

/** The unit in words after a figure that does not carry it: "505 days", "0.19 per 1000". */
const afterFigure = (unit: string) => (/[a-z]/i.test(unit) ? unit.replace(/^Number ?/, '').toLowerCase() : '');
