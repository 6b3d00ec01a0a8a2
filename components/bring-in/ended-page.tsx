import { Link } from '@/components/frame/link';
import type { ImportView } from '@/db/queries/bring-in/import-view';
import type { Looking } from '@/lib/bring-in/check-address';
import { madeWords } from '@/lib/bring-in/check-words';
import { cameOfIt } from '@/lib/bring-in/import-sentence';
import { type NextThing, nextThings } from '@/lib/bring-in/next-things';
import { formatInstant } from '@/lib/time/instant';
import { CheckHead } from './check-head';
import { PlanList } from './plan-list';
import { SideNotes } from './side-notes';

type Props = { crumbs: { href: string; text: string }[]; base: string; file: ImportView; looking: Looking };

/** A file whose way is over: what came of it, and who acts next. */
export function EndedPage({ crumbs, base, file, looking }: Props) {
  const { state, plan, made, laid, by, at, endedAt, notices, leftOut, leftOutMore, sha256 } = file;
  const isDone = state === 'done';
  const titles = { done: 'Brought in', stopped: 'Stopped', refused: 'This file cannot be read' };
  const title = state === 'stopped' || state === 'refused' ? titles[state] : titles.done;
  const next = isDone ? nextThings(file.scope, { made, laid }, file.submits) : [];
  return (
    <>
      <CheckHead
        crumbs={crumbs}
        here={file.fileName}
        title={title}
        start={file.sentence ?? cameOfIt(file)}
        counts={madeWords(made, laid)}
      />
      {isDone && next.length > 0 && <WhatNext next={next} />}
      {!isDone && (
        <p>
          <Link className="button secondary" href={base.replace(/\/\d+$/, '')}>
            Choose another file
          </Link>
        </p>
      )}
      <SideNotes notices={notices} leftOut={leftOut} more={leftOutMore} />
      {plan && isDone && <PlanList base={base} looking={looking} plan={plan} isOver />}
      <p className="hint seal">
        {by.name} sent this file at {formatInstant(at)}
        {endedAt && `; it ended at ${formatInstant(endedAt)}`}. SHA-256 {sha256}
      </p>
    </>
  );
}

function WhatNext({ next }: { next: NextThing[] }) {
  return (
    <section className="ruled what-next" aria-labelledby="next-title">
      <h2 id="next-title">What comes next</h2>
      <ul className="plain">
        {next.map(({ sentence, link }) => (
          <li key={sentence}>
            {sentence} {link && <Link href={link.href}>{link.text}</Link>}
          </li>
        ))}
      </ul>
    </section>
  );
}
