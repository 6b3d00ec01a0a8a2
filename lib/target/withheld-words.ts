import { hiddenBecause, type Withheld } from '@/lib/figure/withheld';
import { type AgainstTarget, colourWithReason } from '@/lib/target/why-this-colour';
import { type Direction, directionWords } from './direction-of-travel';
import { type Colour, colourWords, targetRule } from './target';

/** The sentences of a colour and of a direction that would give away what is hidden. */
const colourHidden = 'No colour: it could give away a figure that is hidden.';
const travelHidden = 'Cannot be compared: it could give away a figure that is hidden.';

/**
 * The colour of a figure of which the public does not see everything, in a sentence without what is hidden: the rule's, where
 * that gives nothing away. Source: docs/rules.md, Small counts of people.
 */
export function withheldRag(judgement: AgainstTarget, withheld: Withheld): { colour: Colour | null; sentence: string } {
  const { value, target, measure } = judgement;
  const open = colourWithReason({ ...judgement, whyNoValue: hiddenBecause(withheld) });
  const rule = target && targetRule(target, measure);
  // Without polarity or target there is no colour, whatever the figure is.
  if (rule === null || measure.polarity === 'none') return open;
  const { colour } = withheld;
  if (colour === null) return { colour, sentence: colourHidden };
  if (value !== null && open.colour === colour) return open;
  return {
    colour,
    sentence: `${colourWords[colour]}: the figure ${against[colour]} the target of ${rule}${within(colour)}.`,
  };
}

const against: Record<Colour, string> = { green: 'meets', amber: 'misses', red: 'misses' };
const within = (colour: Colour): string => (colour === 'amber' ? ', but is within the amber limit' : '');

type Travel = { direction: Direction | null; colour: 'green' | 'red' | null; sentence: string };

/**
 * The direction of a figure of which the public does not see everything, where it may be said and the public sees the figure that it
 * is compared with; null where the rule is to speak for itself.
 */
export function withheldTravel(
  withheld: Withheld | undefined,
  comparator: { value: string | null; label: string },
): Travel | null {
  const { travel } = withheld ?? {};
  if (travel === null) return { direction: null, colour: null, sentence: travelHidden };
  if (!travel || comparator.value === null) return null;
  const { direction, colour } = travel;
  return { direction, colour, sentence: `${directionWords[direction]} against ${comparator.label}.` };
}
