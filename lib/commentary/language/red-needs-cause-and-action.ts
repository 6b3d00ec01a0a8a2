import type { Finding, Place } from '@/lib/commentary/finding';
import type { ReadingText } from '@/lib/commentary/reading-text';
import { isPlaceholder } from '@/lib/commentary/words/empty-words';
import { tidied } from '@/lib/commentary/words/sentences';
import { readingValue } from '@/lib/figure/computed-value';
import type { Action } from '@/lib/reading/content';
import { hasCause, hasSubstance } from './cause';
import { isBareName } from './person-names';

/** What is wrong with an action, by the field that mends it. */
type Gaps = { actionText: boolean; actionOwner: boolean; actionDue: boolean };

const isRole = (owner: string): boolean =>
  !isPlaceholder(tidied(owner)) && /\p{L}{2}/u.test(owner) && !isBareName(owner);

const gapsOf = ({ text, owner, due }: Action, today: string): Gaps => ({
  actionText: !hasSubstance(text),
  actionOwner: !isRole(owner),
  actionDue: due === null || due < today,
});

const gapCount = (gaps: Gaps): number => Object.values(gaps).filter(Boolean).length;

const missing = (place: Place, sentence: string, mend: string): Finding => ({
  rule: 'B9',
  place,
  quote: '',
  at: 0,
  sentence,
  mend,
});

/**
 * B9: a figure that is Red or worsening says why in whatever words, and has one action at least with what will be done, a role
 * that owns it, and a day that has not passed. Source: docs/rules.md, Language.
 */
export function causeAndAction(text: ReadingText): Finding[] {
  const { colour, direction, figures, measure, comments, actions, today } = text;
  const isRed = colour === 'red';
  if (!isRed && direction !== 'worsening') return [];
  if (figures.missing !== null || readingValue(figures, measure) === null) return [];
  const state = isRed ? (direction === 'worsening' ? 'Red and worsening' : 'Red') : 'worsening';
  const findings: Finding[] = [];
  if (!hasCause(comments, text))
    findings.push(
      missing(
        { field: 'comments' },
        `The figure is ${state}, and the comments do not say why.`,
        'Why did it happen? Say what changed, was missing or took longer, in your own words.',
      ),
    );
  const gaps = actions.map((action) => gapsOf(action, today));
  const fewest = Math.min(...gaps.map(gapCount));
  const nearest = gaps.findIndex((one) => gapCount(one) === fewest);
  const best = gaps[nearest];
  if (!best)
    return [
      ...findings,
      missing(
        { field: 'actionText', action: 0 },
        `The figure is ${state}, and there is no action.`,
        'What will be done about it, who will do it (the role, not the person), and by when?',
      ),
    ];
  if (best.actionText)
    findings.push(
      missing(
        { field: 'actionText', action: nearest },
        `The figure is ${state}, and the action does not say what will be done.`,
        'What will be done about it?',
      ),
    );
  if (best.actionOwner)
    findings.push(
      missing(
        { field: 'actionOwner', action: nearest },
        `The figure is ${state}, and no role owns the action.`,
        'Who will do it? Name the role, not the person.',
      ),
    );
  if (best.actionDue) findings.push(dueMissing(nearest, actions[nearest]?.due ?? null, state));
  return findings;
}

const dueMissing = (action: number, due: string | null, state: string): Finding =>
  missing(
    { field: 'actionDue', action },
    due === null
      ? `The figure is ${state}, and the action has no date.`
      : `The figure is ${state}, and the date of its action has passed.`,
    due === null
      ? 'By when? Give a day that is still to come.'
      : 'By when will it be done now? Give a day that is still to come.',
  );
