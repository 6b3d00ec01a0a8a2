/** How many bytes a form may have: the framework would cut off more with a fault. */
export const mostBytes = 1_048_576;
/** Where files are sent to, which reads them by itself once it knows who is there. */
export const uploadAddress = '/api/bring-in';
/** How many bytes one of them may have, with its form: those of lib/workbook/workbook-limits.ts and a little; deploy repeats it. */
export const mostUploadBytes = 10 * 1_048_576 + 65_536;
