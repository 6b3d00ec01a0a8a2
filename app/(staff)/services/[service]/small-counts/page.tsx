import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { AskForm, ExceptionForms } from '@/components/disclosure/exception-forms';
import { SmallCountsPageView } from '@/components/disclosure/small-counts-page';
import { database } from '@/db/connection/pool';
import { smallCountsPage } from '@/db/queries/disclosure/small-counts-page';
import { endingWords } from '@/lib/disclosure/decision/exception-steps';
import { ask as askStep, confirm, end } from './actions';

type Props = PageProps<'/services/[service]/small-counts'>;

export const metadata = { title: 'Small counts of people' };

const doneWords: Record<string, string> = {
  decided: 'The decision is saved. The next edition goes by it.',
  asked: 'Asked. The figure stays hidden until the head of service or a deputy confirms it.',
  confirmed: 'Confirmed. The next edition shows this figure.',
  ended: 'The figure is hidden.',
};

export default async function SmallCounts({ params, searchParams }: Props) {
  const who = await requirePerson();
  const [{ service }, { done, kept }] = await Promise.all([params, searchParams]);
  const page = await found(smallCountsPage(database(), who, service, await todayHere()));
  const typed = await keptTyping(kept);
  const fresh = crypto.randomUUID();
  return (
    <SmallCountsPageView
      page={page}
      done={typeof done === 'string' ? (doneWords[done] ?? null) : null}
      formsOf={(exception) => (
        <ExceptionForms
          id={exception.id}
          mayConfirm={exception.whyNotConfirm === null && exception.confirmed === null}
          mayEnd={exception.whyNotEnd === null}
          end={endingWords(exception.confirmed !== null, exception.isOwn)}
          fresh={`${fresh}-${exception.id}`}
          confirm={confirm}
          endStep={end}
        />
      )}
      ask={
        page.choices.length > 0 && (
          <AskForm service={service} choices={page.choices} kept={typed} fresh={fresh} ask={askStep} />
        )
      }
    />
  );
}
