/** A text as it is kept: one kind of line end, no control characters or broken pairs, no blanks around it; '' when empty. */
export const tidyText = (text: string | null): string =>
  (text ?? '')
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out; PostgreSQL refuses some of them.
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]|\p{Surrogate}/gu, '')
    .trim();
