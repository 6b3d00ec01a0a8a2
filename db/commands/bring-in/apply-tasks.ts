import { eq } from 'drizzle-orm';
import { enterBenchmarkInto } from '@/db/commands/measure/benchmarks';
import { addMeasureInto } from '@/db/commands/measure/measure-add';
import { editMeasureInto } from '@/db/commands/measure/measure-edit';
import { setOutturnInto } from '@/db/commands/measure/outturns';
import { setTargetInto } from '@/db/commands/measure/targets';
import { setThemeInto } from '@/db/commands/measure/theme';
import { addPersonInto } from '@/db/commands/people/add-person';
import { writeName } from '@/db/commands/people/person-change';
import { here, personHere } from '@/db/commands/people/person-scene';
import { nameHeadInto, nameOwnerInto } from '@/db/commands/people/posts';
import { giveRoleTo, takeRoleFrom } from '@/db/commands/people/role-change';
import type { Acting } from '@/db/commands/road/who-and-when';
import { addServiceInto, changeServiceInto, holdServices } from '@/db/commands/service/services';
import type { Transaction } from '@/db/connection/client';
import { draftOf } from '@/db/facts/measure-draft';
import { targetsOf } from '@/db/facts/measure-facts';
import type { MeasureRow } from '@/db/facts/reading-record';
import { hasAddress } from '@/db/facts/service-words';
import { keptOutturns } from '@/db/facts/year-end/kept-outturns';
import { measures, roles, services } from '@/db/schema';
import type { Task } from '@/lib/bring-in/plan/row/planned';
import { Refused } from '@/lib/form/refused';
import { fieldChanges } from '@/lib/framework/meanwhile';
import { measureFields } from '@/lib/framework/measure-differences';
import { roles as everyRole } from '@/lib/people/person';

/** A task of the framework or of people; readings and history are written many at once. */
export type FrameworkTask = Exclude<Task, { step: 'write_reading' | 'lay_history' }>;

/** What a task is done with: the transaction, who does it, and the name of the file as the reason of changes. */
export type Doing = { tx: Transaction; acting: Acting; reason: string };

/** A measure by its code, as it is in this transaction. */
async function measureOf(tx: Transaction, code: string): Promise<MeasureRow> {
  const [measure] = await tx.select().from(measures).where(eq(measures.code, code));
  if (!measure) throw new Refused(`There is no measure ${code} any more.`);
  return measure;
}

async function serviceOf(tx: Transaction, slug: string) {
  const [service] = await tx.select().from(services).where(hasAddress(slug));
  if (!service) throw new Refused(`There is no service ${slug} any more.`);
  return service;
}

/** Does one task by what the commands themselves do inside their transactions. */
export async function doTask({ tx, acting, reason }: Doing, task: FrameworkTask): Promise<void> {
  const doer = { who: acting.who, at: acting.at };
  switch (task.step) {
    case 'add_service':
      await addServiceInto(tx, doer, task.words, await holdServices(tx));
      return;
    case 'change_service':
      await changeServiceInto(tx, doer, {
        service: await serviceOf(tx, task.slug),
        inOrder: await holdServices(tx),
        words: task.words,
      });
      return;
    case 'add_person':
      await addPersonInto(tx, acting, { name: task.name, email: task.email, roles: task.roles });
      return;
    case 'change_person':
      return changePersonTo(tx, acting, task);
    case 'name_head':
      return nameHeadInto(tx, acting, await serviceOf(tx, task.slug), await whoIs(tx, task.email));
    case 'name_owner':
      return nameOwnerInto(tx, acting, await measureOf(tx, task.code), await whoIs(tx, task.email));
    case 'add_measure':
      await addMeasureInto(tx, doer, (await serviceOf(tx, task.slug)).id, task.draft);
      if (task.theme !== null) await setThemeInto(tx, doer, await measureOf(tx, task.draft.code), task.theme);
      return;
    case 'change_measure':
      return changeMeasureTo({ tx, acting, reason }, task);
    case 'set_target': {
      const measure = await measureOf(tx, task.code);
      const set = { measure, who: acting.who, here: await targetsOf(tx, [measure.id]), draft: task.draft };
      return setTargetInto(tx, acting, set);
    }
    case 'set_outturn': {
      const measure = await measureOf(tx, task.code);
      const set = { measure, who: acting.who, here: await keptOutturns(tx, measure), draft: task.draft };
      return setOutturnInto(tx, acting, set);
    }
    case 'enter_comparator': {
      const { values, ...benchmark } = task.benchmark;
      await enterBenchmarkInto(tx, acting, {
        measure: await measureOf(tx, task.code),
        who: acting.who,
        values,
        benchmark,
      });
    }
  }
}

const whoIs = async (tx: Transaction, email: string) => here(await personHere(tx, { email }), { email });

async function changePersonTo(
  tx: Transaction,
  acting: Acting,
  { email, name, roles: wanted }: Extract<FrameworkTask, { step: 'change_person' }>,
): Promise<void> {
  const person = await whoIs(tx, email);
  if (person.name !== name) await writeName(tx, acting, person, name);
  const held = await tx.select({ role: roles.role }).from(roles).where(eq(roles.personId, person.id));
  for (const role of everyRole) {
    const has = held.some((each) => each.role === role);
    if (has === wanted.includes(role)) continue;
    if (has) await takeRoleFrom(tx, acting, { ...person, name }, role);
    else await giveRoleTo(tx, acting, { ...person, name }, role);
  }
}

async function changeMeasureTo(
  { tx, acting, reason }: Doing,
  { code, draft, theme }: Extract<FrameworkTask, { step: 'change_measure' }>,
): Promise<void> {
  const doer = { who: acting.who, at: acting.at };
  const measure = await measureOf(tx, code);
  const differs = fieldChanges(measureFields(draftOf(measure)), measureFields(draft)).length > 0;
  if (differs) await editMeasureInto(tx, doer, measure, { draft, reason });
  if ((measure.theme ?? null) !== theme) await setThemeInto(tx, doer, await measureOf(tx, code), theme ?? '');
}

/** The tasks in their order, with all figures of one series that stand beside each other entered at once. */
export function joined(tasks: FrameworkTask[]): FrameworkTask[] {
  const list: FrameworkTask[] = [];
  const series = new Map<string, Extract<FrameworkTask, { step: 'enter_comparator' }>>();
  for (const task of tasks) {
    if (task.step !== 'enter_comparator') {
      list.push(task);
      continue;
    }
    const { source, note, alike, name } = task.benchmark;
    const key = JSON.stringify([task.code, name, source, note, alike]);
    const first = series.get(key);
    if (first && first.benchmark.values.length < mostValues) first.benchmark.values.push(...task.benchmark.values);
    else {
      const begun = { ...task, benchmark: { ...task.benchmark, values: [...task.benchmark.values] } };
      series.set(key, begun);
      list.push(begun);
    }
  }
  return list;
}

/** As many figures as one entry of a series has. */
const mostValues = 500;
