import type { Wish } from '@/lib/bring-in/wish';
import { limits } from '@/lib/form/limits';
import { tooLong } from '@/lib/form/typed-text';
import { changeProblem, measureFields } from '@/lib/framework/measure-differences';
import type { MeasureDraft } from '@/lib/framework/measure-entry';
import { AddMeasure, typedMeasure } from '@/lib/framework/measure-form';
import { may, permissions } from '@/lib/people/change-permissions';
import { staysUntilThen } from '@/lib/release/release-moment';
import { tidyText } from '@/lib/text/tidy-text';
import type { Drafted, MeasureNow, ServiceNow } from './council-now';
import { asForm } from './file-form';
import { columnsOfMeasure, measureTyped } from './measure-typed';
import { personNamed } from './person-named';
import { serviceNamed } from './plan-service';
import {
  changeSentence,
  changes,
  changesBetween,
  creates,
  type Planned,
  quoted,
  refuses,
  refusesBy,
  same,
} from './planned';

/** The code under which two rows of a file speak of the same measure. */
export const measureKey = ({ fields }: Wish): string | null => fields.code?.trim() || null;

/** 'csc-01, Placement stability'. */
const measureName = ({ draft }: Pick<MeasureNow, 'draft'>): string => `${draft.code}, ${draft.title}`;

/** What a row of measures comes to: the measure, and its owner where the row names one. `reserved` are numbers that other rows give. */
export function planMeasure(drafted: Drafted, wish: Wish, reserved: (service: ServiceNow) => number[]): Planned[] {
  const measure = planIt(drafted, wish, reserved);
  if (measure.row.action === 'refuse' && !drafted.measures.has(measureKey(wish) ?? ''))
    drafted.refusedCodes.add(measureKey(wish) ?? '');
  const owner = wish.fields.owner?.trim();
  return owner ? [measure, planOwner(drafted, wish, owner)] : [measure];
}

function planIt(drafted: Drafted, wish: Wish, reserved: (service: ServiceNow) => number[]): Planned {
  const { fields } = wish;
  const code = measureKey(wish) ?? '';
  const existing = drafted.measures.get(code);
  const named = {
    wish,
    what: `Measure ${[code, fields.title?.trim() || existing?.draft.title].filter(Boolean).join(', ')}`,
  };
  const typedService = fields.service?.trim() || (existing?.serviceSlug ?? '');
  const service = serviceNamed(drafted.services, typedService);
  if (!service)
    return refuses(
      named,
      typedService ? `There is no service ${quoted(typedService)}, and no row adds it.` : 'Name its service.',
      'service',
    );
  if (existing && existing.serviceSlug !== service.slug)
    return refuses(
      named,
      `${measureName(existing)} is a measure of ${serviceNamed(drafted.services, existing.serviceSlug)?.name} already: each code is one measure of the council.`,
      'code',
    );
  const typed = measureTyped(
    fields,
    existing ? typedMeasure(existing.draft) : { number: freeNumber(drafted, service, reserved(service)) },
  );
  if ('problem' in typed) return refuses(named, typed.problem, typed.column);
  const form = asForm(AddMeasure, { ...typed.typed, code, service: service.slug, intent: 'save', seen: '' });
  const themeText = fields.theme === undefined ? (existing?.theme ?? '') : tidyText(fields.theme);
  const problems = [
    ...('problems' in form ? form.problems : []),
    ...(themeText.length > limits.theme.most ? [{ field: 'theme', sentence: tooLong(limits.theme) }] : []),
  ];
  if ('problems' in form || problems.length > 0) return refusesBy(named, problems, columnsOfMeasure);
  const { draft } = form.input;
  const theme = themeText || null;
  const list = existing ? changesBetween(wish, words(existing), words({ draft, theme }), columnsOfMeasure) : [];
  if (existing && list.length === 0) return same(named);
  const problem = permitted(drafted, service, existing, draft) ?? numberTaken(drafted, service, existing, draft);
  if (problem) return refuses(named, problem.sentence, problem.column);
  if (!existing) {
    drafted.measures.set(code, { ...blank, serviceSlug: service.slug, draft, theme, ...nothing() });
    return creates(named, `${measureName({ draft })} is added to ${service.name} as number ${draft.number}.`, {
      step: 'add_measure',
      slug: service.slug,
      draft,
      theme,
    });
  }
  drafted.measures.set(code, { ...existing, draft, theme });
  return changes(named, list, changeSentence(list), { step: 'change_measure', code, draft, theme });
}

const blank = { id: 0, owner: null, ownerId: null, retiredOn: null, hasReadings: false, isPublished: false };
const nothing = () => ({ targets: [], outturns: [], benchmarks: [], readings: new Map(), history: new Map() });

const words = ({ draft, theme }: Pick<MeasureNow, 'draft' | 'theme'>) => ({
  ...measureFields(draft),
  'the theme': theme ?? '',
});

type Found = { sentence: string; column?: string } | null;

/** Why a measure can be neither added nor changed so at this moment. */
function permitted(
  drafted: Drafted,
  service: ServiceNow,
  existing: MeasureNow | undefined,
  draft: MeasureDraft,
): Found {
  const step = existing ? 'change_measure' : 'add_measure';
  if (!may(drafted.party.who, step)) return { sentence: permissions[step].otherwise };
  if (!existing) return service.announced ? { sentence: staysUntilThen.newMeasure(service.announced) } : null;
  if (service.announced) return { sentence: staysUntilThen.measure(service.announced) };
  const differs = Object.entries(measureFields(draft)).some(
    ([name, value]) => measureFields(existing.draft)[name] !== value,
  );
  const problem = differs ? changeProblem(existing.draft, draft, existing) : null;
  return problem === null ? null : { sentence: problem };
}

function numberTaken(
  drafted: Drafted,
  { slug }: ServiceNow,
  existing: MeasureNow | undefined,
  draft: MeasureDraft,
): Found {
  const holder = measuresOf(drafted, slug).find(
    (each) => each.draft.number === draft.number && each.draft.code !== existing?.draft.code,
  );
  return holder
    ? { sentence: `“${holder.draft.title}” has the number ${draft.number} already.`, column: 'number' }
    : null;
}

const measuresOf = ({ measures }: Drafted, slug: string) =>
  [...measures.values()].filter(({ serviceSlug }) => serviceSlug === slug);

/** The next number of a service that neither a measure has nor another row of the file. */
function freeNumber(drafted: Drafted, { slug }: ServiceNow, reserved: number[]): string {
  const numbers = measuresOf(drafted, slug).map(({ draft }) => draft.number);
  return String(Math.max(0, ...numbers, ...reserved) + 1);
}

function planOwner(drafted: Drafted, wish: Wish, typed: string): Planned {
  const code = measureKey(wish) ?? '';
  const measure = drafted.measures.get(code);
  const named = { wish, what: `Owner of ${code}`, post: 'owner' as const };
  if (!measure) return refuses(named, 'Its measure is refused, so that there is nothing to own.', 'owner');
  const found = personNamed(drafted.people, typed);
  if ('problem' in found) return refuses(named, found.problem, 'owner');
  const { name, email } = found.person;
  if (measure.owner?.email === email) return same(named);
  if (!may(drafted.party.who, 'name_owner')) return refuses(named, permissions.name_owner.otherwise, 'owner');
  const task = { step: 'name_owner', code, email } as const;
  drafted.measures.set(code, { ...measure, owner: { name, email }, ownerId: found.person.id });
  if (!measure.owner) return creates(named, `${name} owns ${code}.`, task);
  const list = [{ field: 'the owner', before: measure.owner.name, after: name, place: wish.places.owner ?? null }];
  return changes(named, list, changeSentence(list), task);
}
