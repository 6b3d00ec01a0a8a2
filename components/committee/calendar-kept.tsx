import { Link } from '@/components/frame/link';
import { FrameworkPage } from '@/components/framework/framework-page';
import type { KeptCalendar } from '@/db/queries/committee/calendar';
import type { FormAction } from '@/lib/form/form-state';
import { listed } from '@/lib/text/number-in-words';
import { formatWeekday } from '@/lib/time/day';
import { HolidayRemoval } from './holiday-removal';

type Props = {
  links: { href: string; text: string }[];
  calendar: KeptCalendar;
  done: string | null;
  fresh: string;
  step: FormAction;
};

const doneWords: Record<string, string> = {
  entered: 'The bank holiday is entered. Papers are counted with it from now on.',
  removed: 'The bank holiday is taken away.',
};

/** The days by which the council works: bank holidays, and how long after its period each measure is due. */
export function CalendarKept({ links, calendar, done, fresh, step }: Props) {
  const { years, entered, lags } = calendar;
  const services = [...new Map(lags.map(({ service }) => [service.slug, service])).values()];
  return (
    <FrameworkPage
      title="Calendar"
      standfirst="Papers are out five clear working days before a meeting; figures are due some days after their period."
      button={{ href: '/settings/calendar/new', text: 'Enter a bank holiday' }}
      done={done && Object.hasOwn(doneWords, done) ? doneWords[done] : null}
      links={links}
      current="/settings/calendar"
    >
      <section className="kept-group" aria-labelledby="entered">
        <h2 id="entered">Bank holidays by proclamation</h2>
        {entered.length === 0 && (
          <p>None is entered. The usual ones are known by law; a further one, as for a coronation, is entered here.</p>
        )}
        <dl className="kept-facts">
          {entered.map(({ day, name, insteadOf, use, without }) => (
            <div key={day}>
              <dt>{formatWeekday(day)}</dt>
              <dd>
                {name}
                {insteadOf && <small> instead of {formatWeekday(insteadOf)}</small>}
                {use ? (
                  <small className="kept-line">{use}</small>
                ) : (
                  <HolidayRemoval day={day} without={without} fresh={fresh} step={step} />
                )}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="kept-group" aria-labelledby="holidays">
        <h2 id="holidays">Bank holidays that papers are counted by</h2>
        <table className="kept-list facts-alone">
          <caption className="unseen">Bank holidays of this year and the next one</caption>
          <thead>
            <tr>
              <th scope="col">Bank holiday</th>
              {years.map(({ year }) => (
                <th scope="col" key={year}>
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {holidayNames(years).map((name) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {years.map(({ year, holidays }) => (
                  <td key={year} data-label={year}>
                    {listed(holidays.filter((one) => one.name === name).map(({ day }) => formatDayMonth(day))) ||
                      'None'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className="kept-group" aria-labelledby="due">
        <h2 id="due">When figures are due</h2>
        <p>Counted in days of the calendar from the end of the period, so no bank holiday moves them.</p>
        {services.map(({ slug, name }) => (
          <details className="aside-question" key={slug}>
            <summary>{name}</summary>
            <dl className="kept-facts">
              {lags
                .filter(({ service }) => service.slug === slug)
                .map(({ code, number, title, days }) => (
                  <div key={code}>
                    <dt>
                      {number}. {title}
                    </dt>
                    <dd>
                      {days === 1 ? '1 day' : `${days} days`} after its period{' '}
                      <Link href={`/settings/measures/${code}/change`}>
                        Change<span className="unseen"> when {title} is due</span>
                      </Link>
                    </dd>
                  </div>
                ))}
            </dl>
          </details>
        ))}
      </section>
      <p>
        <Link href="/history/council">The history</Link> tells who entered what, and when.
      </p>
    </FrameworkPage>
  );
}

/** The bank holidays of some years by name, in the order of the calendar. */
function holidayNames(years: KeptCalendar['years']): string[] {
  const all = years
    .flatMap(({ holidays }) => holidays)
    .toSorted((a, b) => a.day.slice(5).localeCompare(b.day.slice(5)));
  return [...new Set(all.map(({ name }) => name))];
}

/** 'Monday 27 August', beside the year at the head of its column. */
const formatDayMonth = (day: string): string => formatWeekday(day).replace(/ \d{4}$/, '');
