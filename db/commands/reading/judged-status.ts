import { judgedColumns } from '@/db/facts/judged-columns';
import type { MeasurePlace } from '@/db/facts/reading-record';
import { readingValue } from '@/lib/figure/computed-value';
import { Outdated, Refused, StepRefused } from '@/lib/form/refused';
import type { Content, Ground } from '@/lib/reading/content';
import { judgedProblem, ownerRefusal, ruleMoved } from '@/lib/reading/judging';
import type { JudgedStatus } from '@/lib/target/judged-status';
import { colourWithReason } from '@/lib/target/why-this-colour';
import { tidyText } from '@/lib/text/tidy-text';

type Signing = { place: MeasurePlace; content: Content; ground: Ground; signers: (number | null)[] };

/** The judged status that an approval signs, as columns; throws where it cannot stand beside the colour that the rule gives now. */
export function signedJudgement({ place, content, ground, signers }: Signing, typed: JudgedStatus | null) {
  if (typed === null) return { judged: null, columns: judgedColumns(null) };
  const { measure } = place;
  const owners = ownerRefusal(measure.ownerId, signers);
  if (owners) throw new StepRefused(owners);
  const { colour } = colourWithReason({
    value: readingValue(content, measure),
    target: ground.target ?? null,
    whyNoTarget: measure.whyNoTarget,
    measure,
    parts: content,
  });
  const moved = ruleMoved(typed.rule, colour);
  if (moved) throw new Outdated(moved);
  const judged = { ...typed, reason: tidyText(typed.reason) };
  const problem = judgedProblem(judged, colour);
  if (problem) throw new Refused(problem);
  return { judged, columns: judgedColumns(judged) };
}
