/**
 * How far a file has come: it waits to be read, is being read, has questions, is ready to be brought in, is being brought in; or it
 * ended: brought in, stopped by a person, or refused.
 */
export const importStates = [
  'waiting',
  'reading',
  'questions',
  'ready',
  'working',
  'done',
  'stopped',
  'refused',
] as const;
export type ImportState = (typeof importStates)[number];

/** Whose file it is: the council's own framework and readings, or an owner's readings alone. */
export const importScopes = ['council', 'own'] as const;
export type ImportScope = (typeof importScopes)[number];

/** A workbook or a CSV file, or a report as plain text. */
export const importKinds = ['workbook', 'text'] as const;
export type ImportKind = (typeof importKinds)[number];

/** As many files as one person may have waiting at once. */
export const mostOpen = 5;

/** The states from which a file still goes on by itself or by an answer. */
export const openStates = ['waiting', 'reading', 'questions', 'ready', 'working'] as const satisfies ImportState[];
export const isOpen = (state: ImportState): boolean => openStates.some((open) => open === state);
