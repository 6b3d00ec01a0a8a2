import { type Colour, colours, colourWords } from '@/lib/target/colour';
import { withoutEnd } from '@/lib/text/sentence-end';

/**
 * A colour other than the rule's that a head of service judged, as an approval signs it: both colours, and the reason.
 * Source: docs/rules.md, Judged status.
 */
export type JudgedStatus = { colour: Colour; rule: Colour; reason: string };

/** In whose name an approval is given, as the public reads it. */
export type Approver = 'head of service' | 'deputy of the head of service';

/** What the public reads of a judged status, beside the rule's colour. */
export type PublishedJudgement = { colour: Colour; reason: string; by: Approver };

/** The colour by the rule with its sentence, and the judged colour where there is one. */
export type Rag = { colour: Colour | null; sentence: string; judged?: PublishedJudgement };

/** The colours that a reading can be judged to be: every one but the rule's. */
export const otherColours = (rule: Colour): Colour[] => colours.filter((colour) => colour !== rule);

type Colours = { colour: Colour | null; judged?: { colour: Colour } | undefined };

/** The colour that counts: the judged one where there is one, else the rule's. */
export const standingColour = ({ colour, judged }: Colours): Colour | null => judged?.colour ?? colour;

/** Whether a measure is Red by the rule, or judged Red: neither of the two hides the other. */
export const isRed = ({ colour, judged }: Colours): boolean => colour === 'red' || judged?.colour === 'red';

/**
 * What the public reads of a reading's judged status; null where it has none, and where the rule gives another colour by now
 * than the one that was judged.
 */
export function publishedJudgement(
  reading: { judged?: JudgedStatus | null; approvedByDeputy: boolean } | null,
  rule: Colour | null,
): PublishedJudgement | null {
  const judged = reading?.judged;
  if (!judged || judged.rule !== rule) return null;
  const { colour, reason } = judged;
  return { colour, reason, by: reading.approvedByDeputy ? 'deputy of the head of service' : 'head of service' };
}

/** 'Judged Green by the head of service: half of July was a strike.' */
export function judgementSentence({ colour, reason, by }: PublishedJudgement): string {
  const why = withoutEnd(reason);
  return `Judged ${colourWords[colour]} by the ${by}: ${why}${/[!?]$/.test(why) ? '' : '.'}`;
}

/** The sentence on a colour, both of them where one is judged: 'Judged Green by …: …. By the rule it is Red: 92 is above …' */
export const ragSentence = ({ sentence, judged }: Pick<Rag, 'sentence' | 'judged'>): string =>
  judged ? `${judgementSentence(judged)} By the rule it is ${sentence}` : sentence;

/** 'judged Green, by the rule Red', beside the figure of a period. */
export const judgedWords = ({ colour, judged }: Colours): string =>
  `judged ${judged ? colourWords[judged.colour] : 'no other colour'}, by the rule ${colour ? colourWords[colour] : 'no colour'}`;

/** The question that the sentence answers. */
export function whyQuestion({ colour, judged }: Colours): string {
  if (colour === null) return 'Why no colour?';
  return judged ? `Why is it judged ${judged.colour}, and ${colour} by the rule?` : `Why is it ${colour}?`;
}

/** '; 1 of them judged (by the rule 4 Green, 2 Amber, 4 Red)'; nothing where none is judged. */
export function judgedCount(judged: JudgedCounts | undefined): string {
  return judged ? `; ${judged.count} of them judged (by the rule ${ruleCounts(judged)})` : '';
}

/** '4 Green, 2 Amber, 4 Red': what there would be by the rule alone. */
export const ruleCounts = (counts: Omit<JudgedCounts, 'count'>): string =>
  colours
    .filter((colour) => counts[colour] > 0)
    .map((colour) => `${counts[colour]} ${colourWords[colour]}`)
    .join(', ');

/** How many measures are judged, and how many of each colour there are by the rule alone. */
export type JudgedCounts = { count: number; green: number; amber: number; red: number };

/** The counts of judged measures and of the rule's colours; null where none is judged. */
export function judgedCounts(rags: Colours[]): JudgedCounts | null {
  const count = rags.filter(({ judged }) => judged).length;
  const byRule = (one: Colour) => rags.filter(({ colour }) => colour === one).length;
  return count === 0 ? null : { count, green: byRule('green'), amber: byRule('amber'), red: byRule('red') };
}
