/**
 * A text as the cell of a file that a spreadsheet may open: one that it would take for a formula begins with an apostrophe, also
 * behind blanks, which some spreadsheets strip. Numbers are not texts: they are written as they are. Source: OWASP, CSV injection.
 */
export const safeCell = (text: string): string => (/^\s*[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text);
