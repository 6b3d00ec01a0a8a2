const words = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** A whole number in a sentence: in words up to twelve, 'no' for none, in digits beyond. */
export const numberWord = (count: number): string => words[count] ?? count.toLocaleString('en-GB');

const teens = 'thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ');

/** The same for a headline: in words up to twenty. */
export const headlineNumber = (count: number): string => teens[count - words.length] ?? numberWord(count);

/** A number of things, as 'one measure' or '20 measures'. */
export const numberOf = (count: number, noun: string, several = `${noun}s`): string =>
  `${numberWord(count)} ${count === 1 ? noun : several}`;

/** A sentence or a part of one with a capital at its beginning. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The same for the middle of a sentence, begun small; a month in it keeps its capital. */
export const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** 'one, two and three'. */
export const listed = (parts: string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
