/**
 * What a session, an invitation, the address of the set-up page and what was typed live for, in hours. A session that nobody
 * uses is over sooner (`idle`, where no setting says otherwise): long enough for a morning of meetings, too short for the next
 * person at that desk.
 */
export const lifetimes = {
  session: 12,
  idle: 4,
  invitation: 72,
  setUp: 24,
  typing: 24,
  guess: 1,
  refusal: 30 * 24,
} as const;

/** The months for which the token of a system may live at most. */
export const tokenMonths = 12;

/** How many sessions a person may have at once; beyond that the oldest ends. */
export const mostSessions = 20;

/** The hours for which a browser keeps the session's cookie: past its end it opens nothing, and says whose typing to keep. */
export const cookieHours = lifetimes.session + lifetimes.typing;

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
