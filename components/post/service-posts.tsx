'use client';

import { Field } from '@/components/form/field';
import { StepForm } from '@/components/form/step-form';
import type { PersonChoice, ServicePosts as Posts } from '@/db/queries/people/posts-page';
import { type FormAction, problemOf } from '@/lib/form/form-state';
import { formatDate } from '@/lib/time/day';
import { PersonSelect } from './person-select';
import { spanWords } from './posts-list';

type Props = {
  posts: Posts;
  people: PersonChoice[];
  today: string;
  /** Whom the posts are for, already chosen in the forms; '' for nobody in particular. */
  person: string;
  fresh: string;
  actions: Record<'nameHead' | 'nameDeputy' | 'endDeputy', FormAction>;
};

/** Who looks after a service, each with a way to change it. */
export function ServicePosts({ posts, people, today, person, fresh, actions }: Props) {
  const { slug, name, head, deputies } = posts;
  return (
    <>
      <section className="ruled" aria-labelledby="head-title">
        <h2 id="head-title">Head of service</h2>
        <p>
          {head
            ? `${head.name} heads ${name}. Another head takes over what waits for approval; deputies of ${head.name} act no more.`
            : `Nobody heads ${name}, so that nothing of it can be approved.`}
        </p>
        <StepForm
          step={actions.nameHead}
          open
          className="form"
          hidden={{ service: slug, seen: head?.id ?? '' }}
          fresh={`${fresh}-h`}
          button="Save the head"
          busy="Saving…"
          fields={(state) => (
            <Field name="head" label="Who heads it?" problem={problemOf(state, 'head')}>
              {(attributes) => (
                <PersonSelect
                  name="head"
                  people={people}
                  chosen={state?.typed.head ?? (person || String(head?.id ?? ''))}
                  nobody="Nobody"
                  attributes={attributes}
                />
              )}
            </Field>
          )}
        />
      </section>
      <section className="ruled" aria-labelledby="deputies-title">
        <h2 id="deputies-title">Deputies</h2>
        {deputies.length === 0 && <p>Nobody stands in for the head.</p>}
        <ul className="plain">
          {deputies.map(({ id, name: deputy, fromDay, untilDay }) => (
            <li key={`${id} ${fromDay} ${untilDay}`}>
              <p>
                <b>{deputy}</b>, {spanWords(fromDay, untilDay, today)}
              </p>
              <StepForm
                step={actions.endDeputy}
                open
                className="form"
                hidden={{ service: slug, deputy: id }}
                fresh={`${fresh}-e${id}${fromDay}`}
                fold={`End it early: ${deputy}`}
                button={`End it: ${deputy}`}
                busy="Ending…"
                secondary
                fields={(state) => (
                  <Field
                    name="lastDay"
                    label="Last day"
                    hint="The day before it begins takes it back. For example, 31 August 2018"
                    problem={problemOf(state, 'lastDay')}
                  >
                    {(attributes) => (
                      <input
                        {...attributes}
                        className="date"
                        name="lastDay"
                        autoComplete="off"
                        defaultValue={state?.typed.lastDay ?? formatDate(today)}
                      />
                    )}
                  </Field>
                )}
              />
            </li>
          ))}
        </ul>
        {head && (
          <DeputyForm
            posts={posts}
            people={people}
            today={today}
            person={person}
            fresh={fresh}
            name={actions.nameDeputy}
          />
        )}
      </section>
    </>
  );
}

type DeputyProps = Omit<Props, 'actions'> & { name: FormAction };

function DeputyForm({ posts: { slug, head }, people, today, person, fresh, name }: DeputyProps) {
  const others = people.filter(({ id }) => id !== head?.id);
  return (
    <StepForm
      step={name}
      open
      className="form"
      hidden={{ service: slug }}
      fresh={`${fresh}-n`}
      button="Name the deputy"
      busy="Saving…"
      secondary
      fields={(state) => (
        <>
          <Field
            name="deputy"
            label={`Who stands in for ${head?.name}?`}
            hint="They approve and return in the place of the head, and the record says for whom."
            problem={problemOf(state, 'deputy')}
          >
            {(attributes) => (
              <PersonSelect
                name="deputy"
                people={others}
                chosen={state?.typed.deputy ?? person}
                nobody="Choose a person"
                attributes={attributes}
              />
            )}
          </Field>
          <div className="pair">
            {(['fromDay', 'untilDay'] as const).map((day) => (
              <Field
                key={day}
                name={day}
                label={day === 'fromDay' ? 'First day' : 'Last day'}
                hint="For example, 1 September 2018"
                problem={problemOf(state, day)}
              >
                {(attributes) => (
                  <input
                    {...attributes}
                    className="date"
                    name={day}
                    autoComplete="off"
                    defaultValue={state?.typed[day] ?? (day === 'fromDay' ? formatDate(today) : '')}
                  />
                )}
              </Field>
            ))}
          </div>
        </>
      )}
    />
  );
}
