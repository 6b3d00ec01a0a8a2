/** ', because …' from a reason as a person typed it; one that opens like a sentence of its own stands in brackets; '' for none. */
export function because(reason: string | null | undefined): string {
  const text = (reason ?? '').trim().replace(/\.$/, '');
  if (text === '') return '';
  return /^\p{Lu}/u.test(text) ? ` (${text})` : `, because ${text}`;
}
