import type { FieldChange } from '@/lib/bring-in/plan-row-shape';
import type { Wish } from '@/lib/bring-in/wish';
import { type TargetDraft, targetDraft } from '@/lib/framework/target-entry';
import { SetTarget } from '@/lib/framework/target-form';
import { targetWords } from '@/lib/framework/target-words';
import { may, permissions } from '@/lib/people/change-permissions';
import { canonical } from '@/lib/record/canonical';
import { shapes } from '@/lib/target/target';
import { formatMonth } from '@/lib/time/day';
import { parseMonth } from '@/lib/time/month-entry';
import type { Drafted, MeasureNow, TargetNow } from './council-now';
import { asForm, choiceIn } from './file-form';
import { measureIn } from './named-measure';
import { changeSentence, changes, creates, type Planned, refuses, refusesBy, same } from './planned';

const columns: Record<string, string> = {
  code: 'measure',
  shape: 'shape',
  greenFrom: 'green_from',
  greenTo: 'green_to',
  amberFrom: 'amber_from',
  amberTo: 'amber_to',
  tolerance: 'tolerance',
  from: 'from',
  whyNone: 'why_none',
  reason: 'reason',
  decidedBy: 'decided_by',
  decidedOn: 'decided_on',
};

/** The measure and the month under which two rows of a file speak of the same target. */
export function targetKey({ fields }: Wish): string | null {
  const month = parseMonth(fields.from ?? '');
  return fields.measure?.trim() && 'start' in month ? `${fields.measure.trim()} ${month.start}` : null;
}

/** What a row of targets comes to. */
export function planTarget(drafted: Drafted, wish: Wish): Planned {
  const { fields } = wish;
  const month = parseMonth(fields.from ?? '');
  const from = 'start' in month ? formatMonth(month.start) : (fields.from ?? '');
  const named = { wish, what: `Target of ${fields.measure?.trim() ?? ''} from ${from}` };
  const found = measureIn(drafted, wish);
  if ('problem' in found) return refuses(named, found.problem, 'measure');
  const { measure } = found;
  const existing = measure.targets.find(({ effectiveFrom }) => 'start' in month && effectiveFrom === month.start);
  const form = asForm(SetTarget, {
    ...typedTarget(fields, existing),
    code: measure.draft.code,
    was: '',
    intent: 'save',
  });
  if ('problems' in form) return refusesBy(named, form.problems, columns);
  const judged = targetDraft(form.input, { ...measure.draft, targets: measure.targets }, drafted.today);
  if ('problems' in judged) return refusesBy(named, judged.problems, columns);
  const draft = judged.input;
  const list = existing ? differences(wish, measure, existing, draft) : [];
  if (existing && list.length === 0) return same(named);
  const problem =
    found.locked ?? (may(drafted.party.who, 'set_target') ? existing?.use : permissions.set_target.otherwise);
  if (problem) return refuses(named, problem);
  const { effectiveFrom, target, decision } = draft;
  const others = measure.targets.filter((other) => other !== existing);
  const targets = [...others, { id: 0, effectiveFrom, target, decision, use: null }].sort((a, b) =>
    a.effectiveFrom.localeCompare(b.effectiveFrom),
  );
  const whyNoTarget = draft.whyNone ?? measure.draft.whyNoTarget;
  drafted.measures.set(measure.draft.code, { ...measure, targets, draft: { ...measure.draft, whyNoTarget } });
  const task = { step: 'set_target', code: measure.draft.code, draft } as const;
  if (existing) return changes(named, list, changeSentence(list), task);
  return creates(
    named,
    `From ${formatMonth(effectiveFrom)}: ${targetWords(target, measure.draft, draft.tolerance)}.`,
    task,
  );
}

const decisionOf = (existing: TargetNow | undefined) =>
  existing?.decision ?? { reason: '', decidedBy: '', decidedOn: '' };

/** The form of a target as the file fills it; a decision that the file does not speak of is that of the target that is here. */
function typedTarget(fields: Record<string, string>, existing: TargetNow | undefined) {
  const isSilent = !fields.reason?.trim() && !fields.decided_by?.trim() && !fields.decided_on?.trim();
  const kept = decisionOf(isSilent ? existing : undefined);
  const text = (column: string) => fields[column]?.trim() ?? '';
  return {
    shape: choiceIn(text('shape'), shapes, () => []).slice(0, 20),
    greenFrom: text('green_from'),
    greenTo: text('green_to'),
    amberFrom: text('amber_from'),
    amberTo: text('amber_to'),
    tolerance: text('tolerance'),
    later: '',
    from: text('from'),
    whyNone: text('why_none'),
    reason: text('reason') || kept.reason,
    decidedBy: text('decided_by') || kept.decidedBy,
    decidedOn: text('decided_on') || kept.decidedOn,
  };
}

function differences(wish: Wish, measure: MeasureNow, existing: TargetNow, draft: TargetDraft): FieldChange[] {
  const list: FieldChange[] = [];
  const add = (field: string, before: string, after: string, column: string) => {
    if (before !== after) list.push({ field, before, after, place: wish.places[column] ?? null });
  };
  if (canonical(existing.target) !== canonical(allOf(draft.target, existing.target)))
    add(
      'the target',
      targetWords(existing.target, measure.draft),
      targetWords(draft.target, measure.draft),
      'green_from',
    );
  if (draft.whyNone !== null) add('why there is no target', measure.draft.whyNoTarget ?? '', draft.whyNone, 'why_none');
  const [was, now] = [decisionOf(existing), draft.decision ?? decisionOf(existing)];
  add('the reason', was.reason, now.reason, 'reason');
  add('who decided it', was.decidedBy, now.decidedBy, 'decided_by');
  add('the day of the decision', was.decidedOn, now.decidedOn, 'decided_on');
  return list;
}

/** A target with every column that the kept one has, so that a threshold which neither has makes no difference. */
const allOf = (target: object, kept: object): object => ({
  ...Object.fromEntries(Object.keys(kept).map((name) => [name, null])),
  ...target,
});
