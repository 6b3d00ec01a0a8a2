import { Fragment } from 'react';

const bullet = /^\s*[•▪◦·*–-]\s+/;

/** A text as it was typed: paragraphs where a line is empty, a list where lines begin with a bullet, and every line end kept. */
export function Prose({ text }: { text: string }) {
  return text.split(/\n\s*\n/).map((paragraph, index) => <Paragraph key={`${index} ${paragraph}`} text={paragraph} />);
}

function Paragraph({ text }: { text: string }) {
  const parts: { list: boolean; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const list = bullet.test(line);
    const last = parts.at(-1);
    if (last?.list === list) last.lines.push(line);
    else parts.push({ list, lines: [line] });
  }
  return parts.map(({ list, lines }, index) =>
    list ? (
      <ul key={`${index} ${lines[0]}`} className="bullets">
        {lines.map((line, at) => (
          <li key={`${at} ${line}`}>{line.replace(bullet, '')}</li>
        ))}
      </ul>
    ) : (
      <p key={`${index} ${lines[0]}`}>
        <Lines text={lines.join('\n')} />
      </p>
    ),
  );
}

/** A short text with its line ends kept. */
export function Lines({ text }: { text: string }) {
  return text.split('\n').map((line, index) => (
    <Fragment key={`${index} ${line}`}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ));
}
