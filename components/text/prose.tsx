import { Fragment } from 'react';
import { expandTerms, firstUses } from '@/lib/commentary/expand-terms';
import { shortMeaning, type Term, termAnchor } from '@/lib/glossary/term';

const bullet = /^\s*[•▪◦·*–-]\s+/;

type Props = {
  text: string;
  /** The terms of the glossary that this text explains, each where it stands first. */
  terms?: Term[] | undefined;
};

/** A text as it was typed: paragraphs where a line is empty, a list where lines begin with a bullet, and every line end kept. */
export function Prose({ text, terms = [] }: Props) {
  const paragraphs = text.split(/\n\s*\n/);
  const explained = firstUses(paragraphs, terms);
  return paragraphs.map((paragraph, index) => (
    <Paragraph key={`${index} ${paragraph}`} text={paragraph} terms={explained[index]} />
  ));
}

function Paragraph({ text, terms = [] }: Props) {
  const parts: { list: boolean; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const list = bullet.test(line);
    const last = parts.at(-1);
    if (last?.list === list) last.lines.push(line);
    else parts.push({ list, lines: [line] });
  }
  const explained = firstUses(
    parts.map(({ lines }) => lines.join('\n')),
    terms,
  );
  return parts.map(({ list, lines }, index) =>
    list ? (
      <Bullets key={`${index} ${lines[0]}`} lines={lines} terms={explained[index]} />
    ) : (
      <p key={`${index} ${lines[0]}`}>
        <Lines text={lines.join('\n')} terms={explained[index]} />
      </p>
    ),
  );
}

function Bullets({ lines, terms = [] }: { lines: string[]; terms?: Term[] | undefined }) {
  const explained = firstUses(lines, terms);
  return (
    <ul className="bullets">
      {lines.map((line, at) => (
        <li key={`${at} ${line}`}>
          <Explained text={line.replace(bullet, '')} terms={explained[at]} />
        </li>
      ))}
    </ul>
  );
}

/** A short text with its line ends kept. */
export function Lines({ text, terms = [] }: Props) {
  const lines = text.split('\n');
  const explained = firstUses(lines, terms);
  return lines.map((line, index) => (
    <Fragment key={`${index} ${line}`}>
      {index > 0 && <br />}
      <Explained text={line} terms={explained[index]} />
    </Fragment>
  ));
}

/** A line with the meaning of its terms behind each, in view. */
function Explained({ text, terms = [] }: Props) {
  if (terms.length === 0) return text;
  return expandTerms(text, terms).map(({ text: part, term = part, meaning }, index) =>
    meaning === undefined ? (
      part
    ) : (
      <Fragment key={index}>
        <a href={`/glossary#${termAnchor(term)}`}>
          <abbr>{part}</abbr>
        </a>{' '}
        <i className="meaning">({shortMeaning(meaning)})</i>
      </Fragment>
    ),
  );
}
