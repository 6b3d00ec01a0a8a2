/**
 * A text as the cell of a file that a spreadsheet may open: one that it would take for a formula begins with an apostrophe, also
 * behind blanks, which some spreadsheets strip. Numbers are not texts: they are written as they are. Source: OWASP, CSV injection.
 */
export const safeCell = (text: string): string => (/^\s*[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text);

/**
 * What stands in quotation marks in a CSV file, whatever delimiter the file has: a spreadsheet may take a tab or a semicolon for one
 * as well, and what follows would be a cell of its own; a line that names the delimiter, and the end of a line.
 */
export const misreadInCsv = /[\t;\r\n]|^sep=/i;
