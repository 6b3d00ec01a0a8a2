/** A shown figure as a number to draw: '1,613', '−2.5', '81%', '£1,200'; null where there is none. */
export function numberToDraw(text: string | null): number | null {
  const digits = (text ?? '').replace('−', '-').replaceAll(/[^\d.-]/g, '');
  const number = Number(digits);
  return digits === '' || !Number.isFinite(number) ? null : number;
}
