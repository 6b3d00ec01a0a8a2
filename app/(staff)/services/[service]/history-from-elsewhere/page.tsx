import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson, todayHere } from '@/app/_staff/session';
import { CorrectionForm, CorrectionSteps } from '@/components/elsewhere/correction-forms';
import { Corrections } from '@/components/elsewhere/corrections';
import { HistoryPageView } from '@/components/elsewhere/history-elsewhere-page';
import { HistoryForms } from '@/components/elsewhere/history-forms';
import { database } from '@/db/connection/pool';
import { correctionsPage } from '@/db/queries/elsewhere/corrections-page';
import { historyPage } from '@/db/queries/elsewhere/history-elsewhere-page';
import { confirm, confirmOne, correct, discard, endOne } from './actions';

type Props = PageProps<'/services/[service]/history-from-elsewhere'>;

export const metadata = { title: 'Figures published elsewhere' };

const numbered = (parameter: string | string[] | undefined): number | null =>
  typeof parameter === 'string' && /^[1-9]\d{0,8}$/.test(parameter) ? Number(parameter) : null;

const doneWords: Record<string, string> = {
  confirmed: 'Confirmed. The first edition shows these figures, marked with where and when they were published.',
  written: 'Sent. The figure stays as it is until the head of service or a deputy confirms the correction.',
  corrected: 'Corrected. The next edition shows it, with what was published before.',
  ended: 'The figure stays as it is.',
  discarded: 'Thrown away. Nothing of these figures is shown.',
};

export default async function HistoryFromElsewhere({ params, searchParams }: Props) {
  const who = await requirePerson();
  const [{ service }, { batch, page, done, kept, correct: figure }] = await Promise.all([params, searchParams]);
  const wanted = { batch: numbered(batch), page: numbered(page) ?? 1, today: await todayHere() };
  const history = await found(historyPage(database(), who, service, wanted));
  const chosen = { figure: typeof figure === 'string' ? figure : null, today: wanted.today };
  const corrections = await found(correctionsPage(database(), who, service, chosen));
  const { shown, whyNotConfirm, whyNotDiscard } = history;
  const typed = await keptTyping(kept);
  const fresh = crypto.randomUUID();
  return (
    <HistoryPageView
      page={history}
      done={typeof done === 'string' ? (doneWords[done] ?? null) : null}
      mayCorrect={corrections.mayCorrect}
      corrections={
        <Corrections
          page={corrections}
          form={
            corrections.chosen && (
              <CorrectionForm figure={corrections.chosen} kept={typed} fresh={`${fresh}-correct`} correct={correct} />
            )
          }
          formsOf={({ id, isOwn, whyNotConfirm: why, whyNotEnd }) => (
            <CorrectionSteps
              id={id}
              mayConfirm={why === null}
              mayEnd={whyNotEnd === null}
              isOwn={isOwn}
              fresh={`${fresh}-${id}`}
              confirm={confirmOne}
              end={endOne}
            />
          )}
        />
      }
    >
      {shown && !shown.ended && (
        <HistoryForms
          id={shown.id}
          size={shown.size}
          mayConfirm={whyNotConfirm === null}
          mayDiscard={whyNotDiscard === null}
          whyNot={whyNotConfirm}
          reason={typed?.reason}
          fresh={fresh}
          confirm={confirm}
          discard={discard}
        />
      )}
    </HistoryPageView>
  );
}
