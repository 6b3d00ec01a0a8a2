import type { ReactNode } from 'react';
import { FrameworkPage } from '@/components/framework/framework-page';
import type { ImportLine } from '@/db/queries/bring-in/import-view';
import type { FormAction } from '@/lib/form/form-state';
import { EarlierFiles } from './earlier-files';
import { FileForm } from './file-form';
import { PasteForm } from './paste-form';
import { TakeOut } from './take-out';

type Props = {
  links: { href: string; text: string }[];
  files: ImportLine[];
  /** Why the file that was sent before did not come in. */
  trouble: string | null;
  done: string | null;
  kept: string | undefined;
  /** Whether this person keeps the framework, and so may take it out. */
  keepsFramework: boolean;
  isAdministrator: boolean;
  fresh: { file: string; paste: string };
  paste: FormAction;
};

/** Where a council's own spreadsheets come in, and everything goes out again. */
export function StartPage({ links, files, trouble, done, kept, keepsFramework, isAdministrator, fresh, paste }: Props) {
  return (
    <FrameworkPage
      title="Bring in and take out"
      standfirst="Your own spreadsheet, as you keep it, becomes measures, targets and readings. You see what was understood before anything is saved."
      done={done}
      links={links}
      current="/settings/bring-in"
    >
      <BringInGrid
        forms={
          <>
            <FileForm from="settings" trouble={trouble} fresh={fresh.file} />
            <PasteForm from="settings" kept={kept} fresh={fresh.paste} paste={paste} />
          </>
        }
        side={<TakeOut keepsFramework={keepsFramework} isAdministrator={isAdministrator} />}
      />
      <EarlierFiles base="/settings/bring-in" files={files} />
    </FrameworkPage>
  );
}

/** The form for a file with, beside it, what goes out. */
export function BringInGrid({ forms, side }: { forms: ReactNode; side: ReactNode }) {
  return (
    <div className="bring-in">
      <section aria-labelledby="bring-in-title" className="ruled">
        <h2 id="bring-in-title">Bring in</h2>
        {forms}
      </section>
      <aside className="work-side" aria-label="What goes out">
        {side}
      </aside>
    </div>
  );
}
