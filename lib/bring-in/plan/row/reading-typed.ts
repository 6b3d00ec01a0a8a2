import { readingValue } from '@/lib/figure/computed-value';
import { parseFigure } from '@/lib/figure/figure-entry';
import { missingMarkers, missingReasons, missingWords } from '@/lib/figure/missing-reason';
import { equalAt } from '@/lib/figure/rounding';
import type { Problem } from '@/lib/form/form-state';
import type { MeasureDraft } from '@/lib/framework/measure-entry';
import { blankContent, type Content, keptContent } from '@/lib/reading/content';
import { contentOf, type Typed, typedOf } from '@/lib/reading/content-entry';
import { actionFields } from '@/lib/reading/reading-fields';
import { choiceIn } from './file-form';

const action = actionFields(1);

/** The field of the form of a reading for each column of a file, but for the figures and the mark. */
const fieldOf: Record<string, string> = {
  expected_on: 'expectedOn',
  comments: 'comments',
  unusual: 'unusual',
  action: action.text,
  action_owner: action.owner,
  action_due: action.due,
};
const figures: Record<string, string> = { figure: 'value', first_number: 'numerator', second_number: 'denominator' };

/** The column of each field of the form. */
export const columnsOfReading: Record<string, string> = {
  ...Object.fromEntries(
    [...Object.entries(fieldOf), ...Object.entries(figures)].map(([column, field]) => [field, column]),
  ),
  missing: 'mark',
  provisional: 'mark',
};

/** Whether a row says anything of its reading. */
export const saysSomething = (fields: Record<string, string>): boolean =>
  [...Object.keys(figures), ...Object.keys(fieldOf), 'mark'].some((column) => fields[column]?.trim());

/** What a reading would say once the row's fields stand over what is there, or what is wrong with them. */
export function readingContent(
  fields: Record<string, string>,
  here: Content | null,
  draft: MeasureDraft,
): { content: Content } | { problems: Problem[] } {
  const typed: Typed = here ? typedOf(here) : {};
  for (const [column, field] of Object.entries(fieldOf))
    if (fields[column] !== undefined) typed[field] = fields[column];
  const mark = markIn(fields.mark);
  if (mark === 'unknown') return { problems: [{ field: 'missing', sentence: unknownMark(fields.mark ?? '') }] };
  const speaksOfFigure = Object.keys(figures).some((column) => fields[column]?.trim());
  if (speaksOfFigure || mark?.missing) fillFigures(typed, fields, here, draft);
  if (mark) {
    typed.missing = mark.missing;
    typed.provisional = mark.provisional ? 'on' : '';
  } else if (speaksOfFigure) typed.missing = '';
  if (!typed.missing && fields.expected_on === undefined) typed.expectedOn = '';
  const { content, problems } = contentOf(typed, draft);
  if (problems.length > 0) return { problems };
  const kept = keptContent({ ...(here ?? blankContent), ...content }, draft);
  return 'content' in kept ? kept : { problems: [{ field: 'value', sentence: kept.problem }] };
}

/** The three figures as the row gives them; a figure that the parts which are here come to leaves the parts as they are. */
function fillFigures(typed: Typed, fields: Record<string, string>, here: Content | null, draft: MeasureDraft): void {
  const only = !fields.first_number?.trim() && !fields.second_number?.trim() && fields.figure?.trim();
  const value = here && here.value === null && only ? readingValue(here, draft) : null;
  if (value !== null && only) {
    const parsed = parseFigure(only, draft);
    if ('value' in parsed && equalAt(parsed.value, value, draft.decimals)) return;
  }
  for (const [column, field] of Object.entries(figures)) typed[field] = fields[column] ?? '';
}

type Mark = { missing: string; provisional: boolean };

/** What a mark means: provisional, or the reason for which there is no figure; null where the row has no such cell. */
function markIn(text: string | undefined): Mark | 'unknown' | null {
  if (text === undefined) return null;
  if (text.trim() === '') return { missing: '', provisional: false };
  if (/^(\[?p\]?|provisional)$/i.test(text.trim())) return { missing: '', provisional: true };
  const reason = choiceIn(text, missingReasons, (each) => [missingWords[each].title, missingWords[each].because]);
  return missingReasons.some((each) => each === reason) ? { missing: reason, provisional: false } : 'unknown';
}

const unknownMark = (text: string): string => {
  const reasons = missingReasons.map((reason) => missingWords[reason].title.toLowerCase()).join(', ');
  const isShort = Object.values(missingMarkers).some((marker) => marker === text.trim());
  return isShort
    ? `“${text.trim()}” may mean more than one reason: write which, ${reasons}.`
    : `“${text.trim().slice(0, 40)}” is no mark of a figure: write provisional, or why there is none: ${reasons}.`;
};
