import { cache } from 'react';
import { asLived, moment } from '@/app/_server/clock';
import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { UnsavedOffer, UnsavedTaken } from '@/components/form/unsaved-offer';
import { ReadingDesk } from '@/components/reading/reading-desk';
import { database } from '@/db/connection/pool';
import { type ReadingPage, readingPage } from '@/db/queries/reading/reading-page';
import { type UnsavedTyping, unsavedTypingOf } from '@/db/queries/reading/unsaved-typing';
import { typedOf } from '@/lib/reading/content-entry';
import { writtenText } from '@/lib/reading/reading-fields';
import { accept, correct, discard, withdraw, writeReading } from '../../actions';

type Props = PageProps<'/readings/[code]/[period]'>;

const loadPage = cache(async (code: string, period: string) => {
  const who = await requirePerson();
  return found(readingPage(database(), who, code, period, await todayHere()));
});

export async function generateMetadata({ params }: Props) {
  const { code, period } = await params;
  const page = await loadPage(code, period);
  return { title: `${page.measure.title}, ${page.period.range}` };
}

export default async function Reading({ params, searchParams }: Props) {
  const [{ code, period }, { kept, saved, typing }] = await Promise.all([params, searchParams]);
  const page = await loadPage(code, period);
  const record = typedOf(page.content);
  const ended = await keptTyping(kept);
  const unsaved = ended ? null : await unsavedHere(page, writtenText(record));
  const taken = typing === 'taken' ? unsaved : null;
  const offered = taken ? null : unsaved;
  const steps = { save: writeReading, accept, withdraw, correct };
  const deskProps = { today: await todayHere(), fresh: crypto.randomUUID(), saved: saved !== undefined };
  return (
    <ReadingDesk
      key={`${saved} ${kept} ${typing}`}
      page={page}
      typed={ended ?? taken?.fields ?? record}
      steps={steps}
      {...deskProps}
      unsaved={
        offered ? (
          <UnsavedOffer
            at={asLived(offered.at)}
            typed={offered.fields}
            fields={{ code, periodStart: period }}
            discard={discard}
          />
        ) : (
          (ended || taken) && <UnsavedTaken at={taken && asLived(taken.at)} />
        )
      }
      // While it is not decided what becomes of the words before, no others take their place.
      keeping={{ saved: writtenText(record), address: offered ? null : `/readings/${code}/${period}/typing` }}
    />
  );
}

/** What the person who asks has typed here and not saved, where it says something else than the record does. */
async function unsavedHere({ measure, period }: ReadingPage, record: string): Promise<UnsavedTyping | null> {
  const who = await requirePerson();
  const place = { personId: who.id, measureId: measure.id, periodStart: period.start };
  const typing = await unsavedTypingOf(database(), { ...place, at: moment() });
  return typing && writtenText(typing.fields) !== record ? typing : null;
}
