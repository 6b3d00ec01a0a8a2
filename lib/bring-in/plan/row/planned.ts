import type { FieldChange, PlanAction, PlanRow } from '@/lib/bring-in/plan-row-shape';
import type { Place, Wish } from '@/lib/bring-in/wish';
import type { Problem } from '@/lib/form/form-state';
import { fieldChanges, type KeptFields } from '@/lib/framework/meanwhile';
import type { MeasureDraft } from '@/lib/framework/measure-entry';
import type { OutturnDraft } from '@/lib/framework/outturn-entry';
import type { ServiceWords } from '@/lib/framework/service-entry';
import type { TargetDraft } from '@/lib/framework/target-entry';
import type { Role } from '@/lib/people/person';
import type { Content } from '@/lib/reading/content';
import type { Benchmark } from '@/lib/trend/trend';

/** What has to be done for a row, by the addresses that people know. */
export type Task =
  | { step: 'add_service'; words: ServiceWords }
  | { step: 'change_service'; slug: string; words: ServiceWords }
  | { step: 'add_person'; name: string; email: string; roles: Role[] }
  | { step: 'change_person'; email: string; name: string; roles: Role[] }
  | { step: 'name_head'; slug: string; email: string }
  | { step: 'add_measure'; slug: string; draft: MeasureDraft; theme: string | null }
  | { step: 'change_measure'; code: string; draft: MeasureDraft; theme: string | null }
  | { step: 'name_owner'; code: string; email: string }
  | { step: 'set_target'; code: string; draft: TargetDraft }
  | { step: 'set_outturn'; code: string; draft: Required<OutturnDraft> }
  | { step: 'enter_comparator'; code: string; benchmark: Benchmark }
  | { step: 'write_reading'; code: string; start: string; content: Content; readingId: number | null }
  | { step: 'lay_history'; code: string; start: string; content: Content; where: string; on: string };

/** A row of a plan with what has to be done for it; null where nothing is. */
export type Planned = { wish: Wish; row: PlanRow; task: Task | null };

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
export const quoted = (text: string): string => `“${cut(text)}”`;

/** The cell that a field was read from; the place of its row where the file has no such cell. */
const placeOf = (wish: Wish, field?: string): Place => (field && wish.places[field]) || wish.place;

/** 'Measures, row 9'. */
export const rowWords = ({ sheet, row }: Place): string => `${sheet}, row ${row}`;

type Named = { wish: Wish; what: string; post?: PlanRow['post']; history?: boolean };

function planned(
  { wish, what, post = null, history = false }: Named,
  action: PlanAction,
  rest: { sentence: string; place?: Place; changes?: FieldChange[]; task?: Task },
): Planned {
  const { sentence, place = wish.place, changes = [], task = null } = rest;
  return { wish, row: { kind: wish.kind, post, action, place, what, sentence, changes, history }, task };
}

export const creates = (named: Named, sentence: string, task: Task): Planned =>
  planned(named, 'create', { sentence, task });

export const changes = (named: Named, list: FieldChange[], sentence: string, task: Task): Planned =>
  planned(named, 'change', { sentence, changes: list, task });

export const same = (named: Named, sentence = 'It is here already, as the file has it.'): Planned =>
  planned(named, 'same', { sentence });

export const refuses = (named: Named, sentence: string, field?: string): Planned =>
  planned(named, 'refuse', { sentence, place: placeOf(named.wish, field) });

/** A refusal by the problems of a form: all their sentences, at the cell of the first; `columns` names the column of each field. */
export function refusesBy(named: Named, problems: Problem[], columns: Record<string, string>): Planned {
  const sentences = [...new Set(problems.map(({ sentence }) => sentence))];
  const first = problems.find(({ field }) => field !== null && columns[field]);
  return refuses(named, sentences.join(' '), columns[first?.field ?? '']);
}

/** What changes between two states of something, each field at its cell; `columns` names the column of each field. */
export const changesBetween = (
  wish: Wish,
  before: KeptFields,
  after: KeptFields,
  columns: Record<string, string> = {},
): FieldChange[] =>
  fieldChanges(before, after).map(([field = '', was = '', now = '']) => ({
    field,
    before: was,
    after: now,
    place: wish.places[columns[field] ?? ''] ?? null,
  }));

/** 'The title is “Buses” instead of “Bus”.' */
export const changeSentence = (list: FieldChange[]): string =>
  list
    .map(({ field, before, after }) => {
      const shown = (text: string) => (text ? quoted(text) : 'nothing');
      return `${field.charAt(0).toUpperCase()}${field.slice(1)}: ${shown(after)} instead of ${shown(before)}.`;
    })
    .join(' ');
