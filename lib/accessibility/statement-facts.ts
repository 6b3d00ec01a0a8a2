/** When the accessibility statement was prepared, and when what it says was last tested; ISO days. */
export const statementDays = { prepared: '2026-11-23', tested: '2026-11-23' } as const;

/** Within what time whoever reports a barrier is answered. */
export const answerWithin = '10 working days';
