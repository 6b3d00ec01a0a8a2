import type { FieldChange } from '@/lib/bring-in/plan-row-shape';
import type { Wish } from '@/lib/bring-in/wish';
import { readingValue } from '@/lib/figure/computed-value';
import { Exact } from '@/lib/figure/decimal';
import { shown } from '@/lib/figure/figure';
import { missingWords } from '@/lib/figure/missing-reason';
import { may, permissions } from '@/lib/people/change-permissions';
import { ownsMeasure } from '@/lib/people/person';
import { blankContent, type Content } from '@/lib/reading/content';
import { contentDifferences } from '@/lib/reading/content-difference';
import { notEnded, steps } from '@/lib/reading/workflow';
import { canonical } from '@/lib/record/canonical';
import { outsidePeriods } from '@/lib/series/outside-periods';
import type { Drafted, MeasureNow, ReadingNow } from './council-now';
import { measureIn } from './named-measure';
import { isHistory, planHistory } from './plan-history';
import { changeSentence, changes, creates, type Planned, refuses, refusesBy, same } from './planned';
import { asHistory } from './published-before';
import type { periodReader, ReadingPeriod } from './reading-period';
import { columnsOfReading, readingContent, saysSomething } from './reading-typed';

type Reader = ReturnType<typeof periodReader>;

/** The measure and the period under which two rows of a file speak of the same reading. */
export function readingKey({ measures }: Drafted, { fields }: Wish, periodOf: Reader): string | null {
  const measure = measures.get(fields.measure?.trim() ?? '');
  const period = measure && periodOf(fields.period ?? '', measure);
  return period && 'start' in period ? `${measure.draft.code} ${period.start}` : null;
}

/** What a row of readings comes to: a draft, or history that was published elsewhere. */
export function planReading(drafted: Drafted, wish: Wish, periodOf: Reader): Planned {
  const own = wish.fields;
  const named = { wish, what: `${own.period?.trim() ?? ''} of ${own.measure?.trim() ?? ''}`, history: isHistory(own) };
  const found = measureIn(drafted, wish);
  if ('problem' in found) return refuses(named, found.problem, 'measure');
  const { measure } = found;
  const period = periodOf(own.period ?? '', measure);
  if ('problem' in period) return refuses(named, period.problem, 'period');
  const service = drafted.services.find(({ slug }) => slug === measure.serviceSlug);
  const fields = asHistory(own, { end: period.end, isBeforeEditions: service?.firstEditionAsAt === null });
  const history = isHistory(fields);
  const titled = { wish, what: `${period.name} of ${measure.draft.code}`, history };
  const problem = mayNotWrite(drafted, measure) ?? (period.end < drafted.today ? null : notEnded);
  if (problem) return refuses(titled, problem, problem === notEnded ? 'period' : 'measure');
  if (!saysSomething(fields)) return same(titled, 'Nothing is written there, so that it is left alone.');
  const here = measure.readings.get(period.start) ?? null;
  const made = readingContent(fields, history ? null : (here?.content ?? null), measure.draft);
  if ('problems' in made) return refusesBy(titled, made.problems, columnsOfReading);
  if (history && drafted.party.scope === 'own') return refuses(titled, permissions.bring_in.otherwise);
  if (history && !named.history && made.content.missing !== null)
    return same(titled, 'There is no figure of this period, so that no history comes of it.');
  if (history) return planHistory(drafted, titled, { fields, measure, period, content: made.content });
  return planDraft(titled, { measure, period, here, content: made.content });
}

/** Why whoever brings the file writes no readings of a measure; null where they may. */
function mayNotWrite({ party: { who, scope } }: Drafted, { id }: MeasureNow): string | null {
  if (scope === 'own') return ownsMeasure(who, id) ? null : steps.save.otherwise;
  return may(who, 'bring_in_readings') ? null : permissions.bring_in_readings.otherwise;
}

type Written = { measure: MeasureNow; period: ReadingPeriod; here: ReadingNow | null; content: Content };
type Titled = { wish: Wish; what: string; history: boolean };

function planDraft(named: Titled, { measure, period, here, content }: Written): Planned {
  const { code } = measure.draft;
  const task = { step: 'write_reading', code, start: period.start, content, readingId: here?.id ?? null } as const;
  if (here && canonical(plain(here.content)) === canonical(plain(content))) return same(named);
  const outside = outsidePeriods({ ...measure.draft, retiredOn: measure.retiredOn }, period.start);
  if (outside) return refuses(named, outside, 'period');
  if (!here) return creates(named, `A draft: ${figureText(content, measure)}.`, task);
  const list = differences(named.wish, here.content, content, measure);
  const [first] = list;
  const instead = first
    ? ` The file has ${first.after || 'nothing'} as ${first.field}, and here is ${first.before || 'nothing'}.`
    : '';
  if (here.state === 'published')
    return refuses(named, `${period.name} of ${code} is published: correct it on its page.${instead}`);
  if (here.state !== 'draft' && here.state !== 'returned') return refuses(named, `${steps.save.elsewhere}${instead}`);
  return changes(named, list, changeSentence(list), task);
}

/** A content with its figures as plain decimals: 93.0 is 93. */
function plain(content: Content): Content {
  const decimal = (value: string | null) => (value === null ? null : new Exact(value).toFixed());
  const { value, numerator, denominator } = content;
  return { ...content, value: decimal(value), numerator: decimal(numerator), denominator: decimal(denominator) };
}

/** The figure of a reading, or why there is none. */
function figureText(content: Content, { draft }: MeasureNow): string {
  if (content.missing) return missingWords[content.missing].title.toLowerCase();
  const value = readingValue(content, draft);
  if (value === null) return 'no figure yet';
  return `${shown(value, draft)}${content.provisional ? ', provisional' : ''}`;
}

function differences(wish: Wish, before: Content, after: Content, { draft }: MeasureNow): FieldChange[] {
  return contentDifferences(before ?? blankContent, after, draft).map(({ what, before: was, after: now }) => ({
    field: what,
    before: was ?? '',
    after: now ?? '',
    place: wish.places.figure ?? wish.place,
  }));
}
