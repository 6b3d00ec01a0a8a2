import type { Target } from './target';

/** Why something was decided, by whom and when (an ISO day). */
export type Decision = { reason: string; decidedBy: string; decidedOn: string };

/** A target with the first day from which it holds, and the decision that set it. */
export type TargetRecord = { id: number; effectiveFrom: string; target: Target; decision: Decision | null };

/** The target of a period: the latest that is effective by its first day. */
export function targetInForce<T extends { effectiveFrom: string }>(targets: T[], start: string): T | null {
  return targets.findLast(({ effectiveFrom }) => effectiveFrom <= start) ?? null;
}

/** Targets, the earliest first, by the decision that set them: the steps of a profile, which one decision set, stand together. */
export function decisionsOf<T extends Pick<TargetRecord, 'decision'>>(targets: T[]): T[][] {
  const decided: T[][] = [];
  for (const target of targets) {
    const last = decided.at(-1)?.at(-1);
    if (last && sameDecision(last.decision, target.decision)) decided.at(-1)?.push(target);
    else decided.push([target]);
  }
  return decided;
}

const sameDecision = (one: Decision | null, other: Decision | null): boolean =>
  one !== null &&
  other !== null &&
  one.reason === other.reason &&
  one.decidedBy === other.decidedBy &&
  one.decidedOn === other.decidedOn;
