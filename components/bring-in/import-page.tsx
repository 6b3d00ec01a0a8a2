import type { ImportView } from '@/db/queries/bring-in/import-view';
import type { Looking } from '@/lib/bring-in/check-address';
import type { FormAction } from '@/lib/form/form-state';
import { CheckHead } from './check-head';
import { CheckPage } from './check-page';
import { EndedPage } from './ended-page';
import { ImportProgress } from './import-progress';

type Props = {
  crumbs: { href: string; text: string }[];
  base: string;
  file: ImportView;
  /** Whether who looks is who sent the file. */
  isOwn: boolean;
  looking: Looking;
  done: string | null;
  /** Another one after each thing that was done, so that the form begins anew; the same while it is refused. */
  turn: string;
  kept: Record<string, string>;
  fresh: string;
  act: FormAction;
};

/** A file on its way: being read, to be checked, being brought in, or over. */
export function ImportPage({ crumbs, base, file, isOwn, looking, done, turn, kept, fresh, act }: Props) {
  switch (file.state) {
    case 'waiting':
    case 'reading':
      return (
        <>
          <CheckHead
            crumbs={crumbs}
            here={file.fileName}
            title="Your file is being read"
            start="Nothing is saved yet."
          />
          <ImportProgress sentence="Each cell is read as it stands." progress={file.progress} noun="rows" />
        </>
      );
    case 'working':
      return (
        <>
          <CheckHead
            crumbs={crumbs}
            here={file.fileName}
            title="Your file is being brought in"
            start="All of it comes in together, or nothing does."
          />
          <ImportProgress
            sentence="Each row is made as the forms would make it."
            progress={file.progress}
            noun="rows"
          />
        </>
      );
    case 'questions':
    case 'ready':
      return (
        <CheckPage
          crumbs={crumbs}
          base={base}
          file={file}
          isOwn={isOwn}
          looking={looking}
          done={done}
          turn={turn}
          kept={kept}
          fresh={fresh}
          act={act}
        />
      );
    default:
      return <EndedPage crumbs={crumbs} base={base} file={file} looking={looking} />;
  }
}
