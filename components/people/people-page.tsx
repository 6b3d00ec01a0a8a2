import { GiveForm } from '@/components/post/give-form';
import type { PeoplePage as People } from '@/db/queries/people/people-page';
import type { FormAction } from '@/lib/form/form-state';
import {
  groupedPeople,
  type PersonListed,
  pageOf,
  peopleOnAPage,
  peopleSentence,
  rowsOf,
} from '@/lib/people/people-list';
import { PersonRow } from './person-row';
import { VacancyRows } from './vacancy-rows';

type Props = {
  page: People;
  today: string;
  /** Which page of the list is shown, from 1, and what was looked for in it. */
  number: number;
  find: string;
  fresh: string;
  letIn: FormAction;
};

/** How things stand among people, under the name of the page. */
export function PeopleHead({ page: { people, vacancies } }: Pick<Props, 'page'>) {
  const { count, needs, which } = peopleSentence(people, vacancies);
  return (
    <header className="page-head standing-head">
      <p className="kicker">
        <a href="/settings">Settings</a>
      </p>
      <h1>People</h1>
      <p className="lead">
        {count} {needs && <b>{needs}</b>} {which}
      </p>
      <a className="button" href="/settings/people/new">
        Invite a person
      </a>
    </header>
  );
}

/** Everybody who is here, those who need an administrator first, and where measures are given away. */
export function PeopleList({ page, today, number, find, fresh, letIn }: Props) {
  const { people, vacancies, left } = page;
  const { needing, others } = groupedPeople(people, find);
  const shown = pageOf([...needing, ...others], number);
  const isNeeding = (person: PersonListed) => needing.includes(person);
  const first = shown.rows.filter(isNeeding);
  const rest = shown.rows.filter((person) => !isNeeding(person));
  const empty = find === '' && shown.page === 1 ? vacancies : [];
  const waiting = needing.length + (find === '' ? rowsOf(vacancies) : 0);
  return (
    <>
      {people.length > peopleOnAPage && <FindForm find={find} />}
      {find !== '' && (
        <p className="hint">
          {needing.length + others.length} of {people.length} people have “{find}” in their name or address.{' '}
          <a href="/settings/people">Show everybody</a>
        </p>
      )}
      <table className="people">
        <caption className="unseen">Everybody who is here, those who need you first</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col">Owns or heads</th>
            <th scope="col">Last here</th>
            <th scope="col">You can</th>
          </tr>
        </thead>
        {first.length + empty.length > 0 && (
          <tbody>
            <Group title="Need you" count={`${waiting} ${waiting === 1 ? 'row' : 'rows'}`} />
            {first.map((person) => (
              <PersonRow key={person.id} person={person} today={today} fresh={fresh} letIn={letIn} />
            ))}
            <VacancyRows vacancies={empty} />
          </tbody>
        )}
        {rest.length > 0 && (
          <tbody>
            <Group
              title={waiting > 0 ? 'Everybody else' : 'Everybody'}
              count={`${others.length} ${others.length === 1 ? 'person' : 'people'}`}
            />
            {rest.map((person) => (
              <PersonRow key={person.id} person={person} today={today} fresh={fresh} letIn={letIn} />
            ))}
          </tbody>
        )}
      </table>
      <Pages page={shown.page} pages={shown.pages} find={find} />
      <p className="ways">
        <a href="/settings/people/posts">Heads, deputies and owners by service</a>
        {left > 0 && (
          <a href="/settings/people?show=left">
            {left === 1 ? '1 person who has left' : `${left} people who have left`}
          </a>
        )}
        <a href="/settings/people/sign-ins">Recent sign-ins</a>
      </p>
      <section className="ruled giving" aria-labelledby="give-title">
        <h2 id="give-title">Give measures to another person</h2>
        <GiveForm
          people={people.map(({ id, name, owns }) => ({
            id,
            name,
            measures: owns.reduce((total, { measures }) => total + measures, 0),
          }))}
          ownerless={vacancies.reduce((total, { ownerless }) => total + ownerless, 0)}
          from={null}
          to={null}
        />
      </section>
    </>
  );
}

function Group({ title, count }: { title: string; count: string }) {
  return (
    <tr className="group">
      <th scope="rowgroup" colSpan={5}>
        {title} <span>{count}</span>
      </th>
    </tr>
  );
}

function FindForm({ find }: { find: string }) {
  return (
    <form method="get" className="find" action="/settings/people">
      <label htmlFor="find">Find by name or e-mail address</label>
      <div>
        <input id="find" name="find" defaultValue={find} autoComplete="off" maxLength={100} />
        <button type="submit" className="button secondary">
          Find
        </button>
      </div>
    </form>
  );
}

function Pages({ page, pages, find }: { page: number; pages: number; find: string }) {
  if (pages < 2) return null;
  const href = (number: number) =>
    `/settings/people?${new URLSearchParams({ ...(find && { find }), page: String(number) })}`;
  return (
    <nav className="pages" aria-label="Pages">
      {page > 1 && <a href={href(page - 1)}>Page before</a>}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages && <a href={href(page + 1)}>Next page</a>}
    </nav>
  );
}
