import { capital } from '@/lib/text/number-in-words';
import { withoutEnd } from '@/lib/text/sentence-end';

/** What an event tells beside its kind. */
export type Details = Record<string, unknown>;

/** A detail as text, or null where there is none. */
export const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null;

/** 'July 2018 for measure 8'. */
export const reading = ({ period, measure }: Details): string =>
  period && measure
    ? `${text(period)} for measure ${text(measure)}`
    : measure
      ? `measure ${text(measure)}`
      : 'a reading';

/** The colour that an approval judged beside the rule's, and why; null where it judged none. */
export function judgedWords({ judged }: Details): { rule: string; colour: string; reason: string } | null {
  if (typeof judged !== 'object' || judged === null) return null;
  const { colour, rule, reason } = judged as Details;
  const word = (value: unknown) => capital(text(value) ?? 'no colour');
  return { rule: word(rule), colour: word(colour), reason: withoutEnd(text(reason) ?? 'no reason') };
}

/** The person whom an event is about. */
export const whom = (details: Details): string => text(details.name) ?? 'somebody';

/** 'the name from “A” to “B”, and the notice from nothing to “C”'. */
export function changesIn({ changes }: Details): string {
  const each = (Array.isArray(changes) ? changes : []).map(([name, was, now]: [string, string, string]) => {
    const [before, after] = [was, now].map((value) => (value ? `“${value}”` : 'nothing'));
    return `${name} from ${before} to ${after}`;
  });
  return each.length < 2 ? (each[0] ?? 'nothing') : `${each.slice(0, -1).join(', ')}, and ${each.at(-1)}`;
}
