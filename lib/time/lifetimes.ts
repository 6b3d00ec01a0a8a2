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
