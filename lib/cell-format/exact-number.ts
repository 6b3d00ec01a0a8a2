/** 1.5e-7 as 0.00000015: every digit, no exponent. */
export function plainDecimal(number: number): string {
  const [, sign = '', before = '', part = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(number)) ?? [];
  const power = Number(exponent);
  const digits = before + part;
  const point = before.length + power;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return number === 0 ? '0' : sign + digits + '0'.repeat(point - digits.length);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/**
 * The number of a cell as a decimal; null for what is no number. A workbook keeps doubles, written with up to 17 digits; a spreadsheet
 * takes and shows 15 of them, so 1.1 stands in its file as 1.1000000000000001 and 0.1 + 0.2 as 0.30000000000000004. Whole numbers
 * keep all their digits.
 */
export function exactNumber(text: string): string | null {
  if (/^\d{1,15}$/.test(text)) return String(Number(text));
  if (!/^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/.test(text)) return null;
  const number = Number(text);
  if (!Number.isFinite(number)) return null;
  const rounded = Number(number.toPrecision(15));
  return plainDecimal(Number.isSafeInteger(number) || !Number.isFinite(rounded) ? number : rounded);
}
