import { forOneReader } from '@/app/_server/cache-and-policy-headers';
import { log } from '@/app/_server/log';
import { signedIn, signInAddress, todayHere } from '@/app/_staff/session';
import { database } from '@/db/connection/pool';
import { unreachable } from '@/db/connection/unreachable';
import { councilOut, type OutQuestion } from '@/db/queries/bring-out/council-out';
import { dueOut } from '@/db/queries/bring-out/due-out';
import { councilRows } from '@/lib/bring-out/council-sheets';
import { type OutSheet, outSheets } from '@/lib/bring-out/out-sheets';
import { dueSheets, emptySheets } from '@/lib/bring-out/templates';
import { type WantedFile, wantedFileOf } from '@/lib/bring-out/wanted-file';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import { servicesByPost } from '@/lib/people/who-acts-as-head';
import { isSlug } from '@/lib/text/page-address';
import { writeCsv } from '@/lib/workbook/csv-writing';
import { writeWorkbook } from '@/lib/workbook/workbook-writing';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Asking = Pick<OutQuestion, 'whose'> & { what: 'out' | 'templates'; file: string };

/** A workbook, or one of its sheets as CSV, for whoever may have it; everybody else finds nothing there. */
export async function bringOutFile(request: Request, { whose, what, file }: Asking): Promise<Response> {
  try {
    const who = await signedIn();
    const { pathname, search, searchParams } = new URL(request.url);
    if (!who) return answer(307, '', { Location: signInAddress(pathname + search) });
    const service = searchParams.get('service');
    const wantedFile = wantedFileOf(what, whose, file);
    const question = { whose, service, today: await todayHere() };
    const sheets =
      wantedFile && (service === null || isSlug(service)) ? await sheetsFor(who, wantedFile, question) : null;
    if (!wantedFile || !sheets || sheets.length === 0) return answer(404, 'There is no such file for you here.');
    return await fileAnswer(wantedFile, sheets, service);
  } catch (error) {
    if (!unreachable(error)) throw error;
    log.warn({ error }, 'a file could not be made of the record');
    return answer(503, 'The record cannot be reached just now. Try again in a minute.');
  }
}

/** The sheets that a file is made of; null for whoever may not have it. */
async function sheetsFor(who: Person, wantedFile: WantedFile, question: OutQuestion): Promise<OutSheet[] | null> {
  if (wantedFile.content === 'due') {
    const rows = await dueOut(database(), who, question);
    return rows && dueSheets(rows);
  }
  if (wantedFile.content === 'empty') return mayBring(who, question) ? emptySheets(wantedFile.kinds) : null;
  const council = await councilOut(database(), who, question);
  const rows = council && councilRows(council);
  return rows && outSheets(rows, wantedFile.kinds);
}

/** The file itself; as CSV it is the first of its sheets, since the others explain it. */
async function fileAnswer({ form, name }: WantedFile, sheets: OutSheet[], service: string | null): Promise<Response> {
  const bytes = form === 'xlsx' ? await writeWorkbook(sheets) : await writeCsv(sheets[0]?.rows ?? []);
  return answer(200, new Uint8Array(bytes), {
    'Content-Type': form === 'xlsx' ? workbookType : 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${service === null ? name : `${name}-${service}`}.${form}"`,
  });
}

/** Whether a template is for somebody: who keeps the framework, and who writes readings or answers for them. */
const mayBring = (who: Person, { whose, today }: OutQuestion): boolean =>
  whose === 'council' ? may(who, 'change_measure') : servicesByPost(who, today).length > 0;

const answer = (status: number, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  new Response(body, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': forOneReader, ...headers },
  });
