import type { ImportLine } from '@/db/queries/bring-in/import-view';
import type { FormAction } from '@/lib/form/form-state';
import { EarlierFiles } from './earlier-files';
import { FileForm } from './file-form';
import { PasteForm } from './paste-form';
import { BringInGrid } from './start-page';

type Props = {
  files: ImportLine[];
  trouble: string | null;
  done: string | null;
  kept: string | undefined;
  fresh: { file: string; paste: string };
  paste: FormAction;
};

/** Where a data owner sends the figures of her own measures as a file. */
export function OwnStartPage({ files, trouble, done, kept, fresh, paste }: Props) {
  return (
    <>
      <nav className="crumbs" aria-label="Breadcrumb">
        <a href="/work">My work</a>
      </nav>
      <header className="page-head standing-head">
        <h1>Send your figures as a file</h1>
        <p className="lead">
          Take the file of what is due, fill in the figures, and send it back: they become drafts of your measures, or
          go to the head of service at once.
        </p>
      </header>
      {done && (
        <p className="done" role="status">
          {done}
        </p>
      )}
      <BringInGrid
        forms={
          <>
            <FileForm from="work" trouble={trouble} fresh={fresh.file} />
            <PasteForm from="work" kept={kept} fresh={fresh.paste} paste={paste} />
          </>
        }
        side={
          <section aria-labelledby="own-files-title">
            <h2 id="own-files-title">Files to fill in</h2>
            <ul className="plain">
              <li>
                <a href="/work/bring-in/templates/due.xlsx">What is due this month</a>
                <small>
                  Your measures, their figures to be filled in. XLSX, or as{' '}
                  <a href="/work/bring-in/templates/due.csv">
                    CSV<span className="unseen">: what is due this month</span>
                  </a>
                </small>
              </li>
              <li>
                <a href="/work/bring-in/templates/readings.xlsx">Empty sheet</a>
                <small>For any of your measures and any period. XLSX</small>
              </li>
              <li>
                <a href="/work/bring-in/out/workbook.xlsx">Your figures until now</a>
                <small>Every reading of your measures. XLSX</small>
              </li>
            </ul>
          </section>
        }
      />
      <EarlierFiles base="/work/bring-in" files={files} />
    </>
  );
}
