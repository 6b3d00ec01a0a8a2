import type { EditionHead, FrozenRow } from '@/lib/edition/edition';
import type { MeasureSheet } from '@/lib/edition/measure-sheet';
import { countsOf } from '@/lib/paper/cover';
import type { Sign, Tone } from '@/lib/paper/paper';
import { besideFigure, noFigureWords, ruleWords } from '@/lib/row-words/mark-words';
import { countSentence } from '@/lib/scorecard/count-sentence';
import { type Judged, summaryAt } from '@/lib/scorecard/scorecard';
import { scorecardHeadline } from '@/lib/scorecard/scorecard-headline';
import { directionWords } from '@/lib/target/direction-of-travel';
import { colourWords } from '@/lib/target/target';
import { formatDate, londonDay } from '@/lib/time/period';

/** A sign with its word and, in a card of counts, how many there are. */
type CardSign = {
  sign: Exclude<Sign, 'overdue'>;
  tone: Tone;
  text: string;
};

/** The picture that stands beside a link to a page elsewhere, as data: plain text, none of it markup. */
export type Card = {
  /** Whose it is: 'Children’s Social Care'. */
  eyebrow: string;
  title: string;
  /** The figure of a measure, with what stands beside it. */
  figure: { text: string; beside: string } | null;
  signs: CardSign[];
  /** Where it is from: council and edition. */
  foot: string;
};

type Whose = { head: EditionHead; council: { name: string; demonstration: string | null } };

/** The card of an edition: its headline and its counts. */
export function scorecardCard({ head, council }: Whose, rows: Judged[]): Card {
  const summary = summaryAt(rows, londonDay(head.publishedAt));
  return {
    eyebrow: head.service.name,
    title: scorecardHeadline(summary),
    figure: null,
    // What is overdue is so on a day; a picture is kept where it was shown.
    signs: countsOf(summary).flatMap(({ count, word, sign, tone }) =>
      count > 0 && sign !== 'overdue' ? [{ sign, tone, text: `${count} ${word}` }] : [],
    ),
    foot: footOf({ head, council }),
  };
}

/** The card of a measure: its latest figure as its row shows it, with the colour and the direction. */
export function measureCard(whose: Whose, row: FrozenRow): Card {
  const { current, target, period, rag, travel } = row;
  const rule = ruleWords(target);
  const aim = target.text === null ? null : `target ${[rule, target.text].filter(Boolean).join(' ')}`;
  const { colour, judged } = rag;
  const standing = judged ? judged.colour : colour;
  const word = standing ? colourWords[standing] : 'No colour';
  return {
    eyebrow: whose.head.service.name,
    title: row.title,
    figure: {
      text: current.text ?? noFigureWords(current, true),
      beside: [period?.label, ...(current.text === null ? [] : besideFigure(current, current.marks)), aim]
        .filter(Boolean)
        .join(' · '),
    },
    signs: [
      { sign: standing ?? 'none', tone: standing ?? 'soft', text: judged ? `Judged ${word}` : word },
      travel.direction === null
        ? { sign: 'incomparable', tone: 'soft', text: 'Not compared' }
        : { sign: travel.direction, tone: travel.colour ?? 'soft', text: directionWords[travel.direction] },
    ],
    foot: footOf(whose),
  };
}

const footOf = ({ head, council }: Whose): string =>
  `${council.demonstration ? 'Demonstration · ' : ''}${council.name} · edition ${head.number}, as at ${formatDate(head.asAt)}`;

/** What the card of an edition says, for whoever cannot see it. */
export const scorecardAlternative = (head: EditionHead, rows: Judged[]): string => {
  const summary = summaryAt(rows, londonDay(head.publishedAt));
  return `${head.service.name}: ${scorecardHeadline(summary)}. ${countSentence(summary)}`;
};

/** What the card of a measure says, for whoever cannot see it. */
export const measureAlternative = (row: FrozenRow, sheet: MeasureSheet): string => `${row.title}: ${sheet.headline}`;
