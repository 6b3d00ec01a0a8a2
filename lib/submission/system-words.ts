/** How the token of a system stands. */
export type SystemState = 'works' | 'ended' | 'ran_out' | 'nobody_answers' | 'no_token';

type Facts = { hasToken: boolean; responsibleLeft: boolean; endedAt: string | null; untilDay: string };

/** How the token of a system stands on a day: whatever ended it first is what is said. */
export function systemState({ hasToken, responsibleLeft, endedAt, untilDay }: Facts, today: string): SystemState {
  if (endedAt !== null) return responsibleLeft ? 'nobody_answers' : 'ended';
  if (untilDay < today) return 'ran_out';
  if (responsibleLeft) return 'nobody_answers';
  return hasToken ? 'works' : 'no_token';
}

/** Each state in words, as it stands beside the name of a system. */
export const systemStates: Record<SystemState, string> = {
  works: 'May send',
  ended: 'Revoked',
  ran_out: 'Has run out',
  nobody_answers: 'Ended: whoever answered for it has left',
  no_token: 'Needs a new token: this record was opened from an archive, which has none',
};

/** A system with when it was last used as it is told on the day that is lived in: uses are noted by the real clock. */
export const livedUse = <T extends { usedAt: string | null }>(system: T, asLived: (at: string) => string): T => ({
  ...system,
  usedAt: system.usedAt && asLived(system.usedAt),
});
