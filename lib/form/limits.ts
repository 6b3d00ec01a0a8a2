/** A kind of text that people type: what a sentence calls it, how many characters it may have, and its own words for more. */
export type TextKind = { what: string; most: number; tooLong?: string };

/** How long each kind of text may be: one source for forms, commands and whatever else takes texts in. */
export const limits = {
  // A reading.
  comments: { what: 'The comment', most: 5_000 },
  publicNote: { what: 'The note', most: 1_000 },
  unusual: { what: 'This', most: 1_000 },
  keptReason: { what: 'A reason', most: 500 },
  actionText: { what: 'An action', most: 1_000 },
  actionOwner: { what: 'The owner of an action', most: 120 },
  // A review.
  returnReason: { what: 'A reason', most: 2_000 },
  suggestion: { what: 'A suggested wording', most: 5_000 },
  judgedReason: { what: 'A reason', most: 500 },
  // A release.
  editionNote: { what: 'A note', most: 2_000 },
  acknowledgement: { what: 'A reason', most: 1_000 },
  publicReason: { what: 'A reason', most: 1_000 },
  // A service.
  serviceName: { what: 'A name', most: 120 },
  serviceNotice: { what: 'A notice', most: 500 },
  contactName: { what: 'A name', most: 120 },
  phone: { what: 'A telephone number', most: 40 },
  // A measure.
  changeReason: { what: 'A reason', most: 500 },
  decidedBy: { what: 'Who decided it', most: 200 },
  source: { what: 'A source', most: 500, tooLong: 'Say where the figures come from, in at most 500 characters.' },
  ownerRole: { what: 'A role', most: 120 },
  measureNotes: { what: 'The notes', most: 1_500 },
  title: { what: 'The title', most: 200 },
  definition: { what: 'The definition', most: 2_000 },
  partLabel: { what: 'A label', most: 120 },
  whyNoTarget: { what: 'This', most: 300 },
  // A target and an outturn.
  tolerance: { what: 'A tolerance', most: 60 },
  outturnSource: { what: 'This', most: 300 },
  outturnWhy: { what: 'This', most: 300 },
  // History from elsewhere.
  publishedIn: { what: 'Where it was published', most: 200 },
  discardReason: { what: 'A reason', most: 500 },
  // An exception from what is hidden.
  exceptionReason: { what: 'A reason', most: 500 },
  // A comparator.
  comparatorName: { what: 'This', most: 100 },
  comparatorSource: { what: 'This', most: 300 },
  comparatorNote: { what: 'This', most: 500 },
  // A council, its people and committees.
  councilName: { what: 'The name', most: 200 },
  areaCode: { what: 'The area code', most: 20 },
  licence: { what: 'The licence', most: 200 },
  personName: { what: 'A name', most: 200 },
  committeeName: { what: 'A name', most: 200 },
  holidayName: { what: 'A name', most: 100 },
  // What stands around measures.
  term: { what: 'A term', most: 60 },
  meaning: { what: 'A meaning', most: 500 },
  theme: { what: 'A theme', most: 60 },
  systemName: { what: 'A name', most: 100 },
  emailAddress: { what: 'An e-mail address', most: 254 },
} as const satisfies Record<string, TextKind>;
