const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'x x twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** A number below a thousand million in words, as one writes it: 'twenty-three', 'two thousand three hundred and five'. */
export function spelledNumber(number: number): string {
  if (number >= 1_000_000) return joined(number, 1_000_000, 'million');
  if (number >= 1_000) return joined(number, 1_000, 'thousand');
  if (number >= 100)
    return `${ones[Math.floor(number / 100)]} hundred${number % 100 ? ` and ${spelledNumber(number % 100)}` : ''}`;
  if (number < 20) return ones[number] as string;
  return `${tens[Math.floor(number / 10)]}${number % 10 ? `-${ones[number % 10]}` : ''}`;
}

function joined(number: number, size: number, name: string): string {
  const rest = number % size;
  const between = rest > 0 && rest < 100 ? ' and' : '';
  return `${spelledNumber(Math.floor(number / size))} ${name}${rest ? `${between} ${spelledNumber(rest)}` : ''}`;
}
