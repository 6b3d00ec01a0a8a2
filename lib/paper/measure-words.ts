import type { ScorecardRow } from '@/lib/scorecard/scorecard-view';
import { ragSentence } from '@/lib/target/judged-status';
import { frequencyWords } from '@/lib/time/period';
import type { Block } from './paper';

/** Each measure in words: what its author says, what follows from the figures, and what is noted. */
export function measureWordsBlocks(rows: ScorecardRow[]): Block[] {
  if (rows.length === 0) return [];
  return [{ kind: 'heading', level: 2, text: 'In words' }, ...rows.flatMap(wordsOf)];
}

function wordsOf(row: ScorecardRow): Block[] {
  const late = row.status.status === 'up_to_date' ? [] : [row.status.sentence];
  const comments = row.comments ? paragraphsOf(row.comments) : ['No comments.'];
  const inRealTerms = row.realTerms ? [`In real terms: ${row.realTerms.replace(/\.?$/, '.')}`] : [];
  const missing = Object.entries({ 'Current target': row.target, 'Current performance': row.current }).flatMap(
    ([name, figure]) => (figure.why === null ? [] : [`${name}: ${figure.why}`]),
  );
  const previous = row.previous.why === null ? [] : [`${row.previous.label}: ${row.previous.why}`];
  return [
    { kind: 'heading', level: 3, text: row.title, number: String(row.number) },
    ...[...late, ...comments].map((text): Block => ({ kind: 'paragraph', line: [{ text }] })),
    {
      kind: 'paragraph',
      manner: 'small',
      line: [
        {
          text: [
            ...inRealTerms,
            `${ragSentence(row.rag)} ${row.travel.sentence}`,
            ...previous,
            ...missing,
            ...row.notes,
          ].join(' '),
        },
      ],
    },
  ];
}

/** The paragraphs of a typed text; single line breaks stay inside them as blanks. */
const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .trim()
        .split(/\s*\n\s*/)
        .join(' '),
    )
    .filter((paragraph) => paragraph !== '');

/** What each measure counts, in which unit and how often; a source that all of them have is named once. */
export function definitionBlocks(rows: ScorecardRow[], sources: ReadonlyMap<string, string | null>): Block[] {
  if (rows.length === 0) return [];
  const all = new Set(rows.map(({ code }) => sources.get(code) ?? null));
  const [shared = null] = all.size === 1 ? all : [];
  return [
    { kind: 'heading', level: 2, text: 'What is counted' },
    ...(shared === null
      ? []
      : [
          {
            kind: 'paragraph',
            manner: 'small',
            before: true,
            line: [{ text: `Source of every measure: ${shared}` }],
          } satisfies Block,
        ]),
    {
      kind: 'table',
      caption: 'The measures: definition, unit and frequency',
      columns: [
        { head: 'No.', share: 5 },
        { head: 'Measure', share: 27 },
        { head: 'Definition', share: 46 },
        { head: 'Unit', share: 10 },
        { head: 'Frequency', share: 12 },
      ],
      rows: rows.map((row) => {
        const source = shared === null ? sources.get(row.code) : null;
        return [
          [[{ text: String(row.number), tone: 'soft' }]],
          [[{ text: row.title }]],
          [
            [{ text: row.definition }],
            ...(source ? [[{ text: `Source: ${source}`, manner: 'small', tone: 'soft' } as const]] : []),
          ],
          [[{ text: row.unit }]],
          [[{ text: frequencyWords[row.frequency] }]],
        ];
      }),
    },
  ];
}
