/** Why a published figure is corrected, by class. Source: the revisions policies of official statistics. */
export const revisionReasons = ['late_data', 'source_revised', 'error', 'method'] as const;
export type RevisionReason = (typeof revisionReasons)[number];

/** Each class as a form offers it, and as the public reads it. */
export const revisionWords: Record<RevisionReason, { choice: string; publicName: string }> = {
  late_data: { choice: 'Figures came in late', publicName: 'late data' },
  source_revised: { choice: 'The source revised its figures', publicName: 'source revised' },
  error: { choice: 'There was a mistake', publicName: 'error' },
  method: { choice: 'The method changed', publicName: 'method' },
};
