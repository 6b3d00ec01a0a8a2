import type { FrozenRow } from '@/lib/edition/edition';
import { keptBackIn } from '@/lib/edition/frozen-figures';
import { isElsewhereNote } from '@/lib/elsewhere/elsewhere-words';
import { hiddenNote } from '@/lib/row-words/hidden-legend';
import { formatDate, londonDay } from '@/lib/time/period';
import type { Block, Line } from './paper';
import type { PaperSource } from './paper-source';

/** How the paper is read, and where its figures come from: the last page. */
export function readingGuideBlocks({ head, rows, council, address }: PaperSource): Block[] {
  return [
    ...meaningBlocks(rows),
    { kind: 'heading', level: 2, text: 'Where these figures come from' },
    paragraph(
      `This paper says what edition ${head.number} of the scorecard of ${head.service.name} says, as it was published on ${formatDate(londonDay(head.publishedAt))} by ${head.publisher}. A published edition is never changed; a correction is a further edition. Whether there is one, and every figure behind these, can be read at ${address}.`,
    ),
    ...demonstrationBlocks(council),
    paragraph(`${contactWords(council)} Fingerprint of the edition (SHA-256): ${head.sha256}.`),
  ];
}

/** What the signs, the words and the markers of a paper of these rows mean. */
export function meaningBlocks(rows: FrozenRow[]): Block[] {
  const { rounded, excepted, hidden } = keptBackIn(rows);
  const from = rows.some(({ notes }) => notes.some(isElsewhereNote));
  return [
    { kind: 'heading', level: 2, text: 'How to read this paper' },
    {
      kind: 'list',
      items: [
        meaning('Green', 'the figure meets its target; equal counts as meeting it.', 'green'),
        meaning('Amber', 'short of the target, within a limit that the council set beforehand.', 'amber'),
        meaning('Red', 'short of the target, and of any such limit.', 'red'),
        meaning('No colour', 'cannot be judged; the reason stands with the measure.', 'none'),
        ...(rows.some(({ rag }) => rag.judged)
          ? [
              meaning(
                'Judged',
                'the head of service judged another colour than the rule’s, with a reason; both are shown.',
              ),
            ]
          : []),
        meaning(
          'Improving',
          'better than the earlier figure: the arrow points up even where a smaller figure is better.',
          'improving',
        ),
        meaning('Worsening', 'worse than the earlier figure.', 'worsening'),
        meaning('No change', 'the same figure as shown.', 'no_change'),
        meaning('Not compared', 'there is no earlier figure of the same kind.', 'incomparable'),
        meaning('Overdue', 'a figure that had fallen due is not here.', 'overdue'),
        meaning(
          '[p] [r] [e] [b]',
          `provisional, revised, estimated, break in series${from ? '; [h] published elsewhere' : ''}.`,
        ),
        meaning('[x] [z]', 'not available, not applicable.'),
        ...(hidden || rounded || excepted > 0
          ? [meaning('Hidden figures', hiddenNote({ hidden, rounded, excepted }))]
          : []),
        meaning('In real terms', 'worked out from the figures by the portal, not written by the author.'),
      ],
    },
  ];
}

/** That the council is a demonstration, where it is one. */
export const demonstrationBlocks = ({ demonstration }: PaperSource['council']): Block[] =>
  demonstration ? [paragraph(`This is a demonstration. ${demonstration}`)] : [];

/** Whom to ask, and under which licence the figures are published. */
export const contactWords = ({ contact, licence }: PaperSource['council']): string =>
  `Questions: ${contact}.${licence ? ` Licence: ${licence}.` : ''}`;

export const paragraph = (text: string): Block => ({ kind: 'paragraph', line: [{ text }] });

const meaning = (word: string, text: string, sign?: NonNullable<Line[number]['sign']>): Line => [
  { text: `${word}: `, manner: 'strong', ...(sign && { sign }) },
  { text },
];
