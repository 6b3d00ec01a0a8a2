import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { HistoryForms } from '@/components/elsewhere/history-forms';
import { HistoryPageView } from '@/components/elsewhere/history-page';
import { database } from '@/db/connection/pool';
import { historyPage } from '@/db/queries/elsewhere/history-page';
import { confirm, discard } from './actions';

type Props = PageProps<'/services/[service]/history-from-elsewhere'>;

export const metadata = { title: 'Figures published elsewhere' };

const numbered = (parameter: string | string[] | undefined): number | null =>
  typeof parameter === 'string' && /^[1-9]\d{0,8}$/.test(parameter) ? Number(parameter) : null;

const doneWords: Record<string, string> = {
  confirmed: 'Confirmed. The first edition shows these figures, marked with where and when they were published.',
  discarded: 'Thrown away. Nothing of these figures is shown.',
};

export default async function HistoryFromElsewhere({ params, searchParams }: Props) {
  const who = await requirePerson();
  const [{ service }, { batch, page, done, kept }] = await Promise.all([params, searchParams]);
  const wanted = { batch: numbered(batch), page: numbered(page) ?? 1, today: await todayHere() };
  const history = await found(historyPage(database(), who, service, wanted));
  const { shown, whyNotConfirm, whyNotDiscard } = history;
  const reason = (await keptTyping(kept))?.reason;
  return (
    <HistoryPageView page={history} done={typeof done === 'string' ? (doneWords[done] ?? null) : null}>
      {shown && !shown.ended && (
        <HistoryForms
          id={shown.id}
          size={shown.size}
          mayConfirm={whyNotConfirm === null}
          mayDiscard={whyNotDiscard === null}
          whyNot={whyNotConfirm}
          reason={reason}
          fresh={crypto.randomUUID()}
          confirm={confirm}
          discard={discard}
        />
      )}
    </HistoryPageView>
  );
}
