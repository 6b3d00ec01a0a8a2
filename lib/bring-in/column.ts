/** A column of our own workbook: its name in files and its heading for people; `needed` where a new thing cannot be without. */
export type Column = { name: string; heading: string; needed: boolean; example: string; gloss: string };

const column =
  (needed: boolean) =>
  (name: string, heading: string, example: string, gloss: string): Column => ({
    name,
    heading,
    needed,
    example,
    gloss,
  });

/** A column that a new thing cannot be without. */
export const must = column(true);

/** A column that a new thing can be without. */
export const may = column(false);
