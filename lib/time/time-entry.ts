/**
 * Reads a time of day as a person types it: '09:30', '9.30am', '2pm', '14:05'; the answer is '09:30', or the sentence that
 * says what is wrong. Never throws.
 */
export function parseTime(typed: string): { time: string } | { problem: string } {
  const text = typed.replace(/\s+/gu, ' ').trim();
  const quoted = `“${text.length > 20 ? `${text.slice(0, 20)}…` : text}”`;
  const match = text.length > 20 ? null : text.match(/^(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)?$/i);
  const [, hours, minutes, half] = match ?? [];
  if (!hours || (!minutes && !half)) return { problem: `${quoted} is not a time we can read: write it like 09:30.` };
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hours);
  const real = half ? Number(hours) >= 1 && Number(hours) <= 12 : hour <= 23;
  if (!real || Number(minutes ?? 0) > 59) return { problem: `${quoted} is not a time of day.` };
  return { time: `${String(hour).padStart(2, '0')}:${minutes ?? '00'}` };
}
