import { Refresher } from './refresher';

type Props = {
  /** What goes on, as a sentence. */
  sentence: string;
  progress: { done: number; total: number } | null;
  /** What is counted: rows read, things brought in. */
  noun: string;
};

/** A file on its way: a bar with its words. The page looks again by itself, with a script without being loaded anew. */
export function ImportProgress({ sentence, progress, noun }: Props) {
  const { done, total } = progress ?? { done: 0, total: 0 };
  const words =
    total > 0 ? `${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} ${noun}` : 'Waiting for its turn';
  return (
    <section className="import-progress" aria-label="How far it has come">
      <p className="lead" id="progress-sentence">
        {sentence}
      </p>
      {total > 0 ? (
        <progress value={done} max={total} aria-labelledby="progress-sentence">
          {words}
        </progress>
      ) : (
        <progress aria-labelledby="progress-sentence">{words}</progress>
      )}
      <p className="hint">
        {words}. You can leave this page: it goes on without you, also when the server is started again.
      </p>
      <Refresher />
      <noscript>
        <meta httpEquiv="refresh" content="4" />
        <p className="hint">This page looks again every four seconds.</p>
      </noscript>
    </section>
  );
}
