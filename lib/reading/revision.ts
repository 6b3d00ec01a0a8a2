/** Why a published figure is corrected, by class. Source: the revisions policies of official statistics. */
export const revisionReasons = ['late_data', 'source_revised', 'error', 'method'] as const;
export type RevisionReason = (typeof revisionReasons)[number];

/** Each class as a form offers it, and as the public reads it. */
export const revisionWords: Record<RevisionReason, { choice: string; told: string }> = {
  late_data: { choice: 'Figures came in late', told: 'late data' },
  source_revised: { choice: 'The source revised its figures', told: 'source revised' },
  error: { choice: 'There was a mistake', told: 'error' },
  method: { choice: 'The method changed', told: 'method' },
};
