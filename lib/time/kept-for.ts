/**
 * How long what is over is kept, in hours from its end: an ended session or invitation, so that a page can say why it is over; an
 * answer, so that what is sent again under its key gets the same.
 */
export const keptFor = {
  answer: 7 * 24,
  session: 7 * 24,
  invitation: 30 * 24,
  device: 365 * 24,
  /** A file that is brought in, from when somebody last touched it. */
  file: 7 * 24,
} as const;
