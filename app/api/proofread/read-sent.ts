import { slowly } from '@/db/commands/bring-in/turns';
import { sheetsOf } from '@/lib/bring-in/plan/file-sheets';
import { pastedName } from '@/lib/bring-in/sending';
import { type Proofread, proofreadSteps } from '@/lib/proofread/proofread';
import { parseDay } from '@/lib/time/day-entry';

/** What is answered to a report that was sent. */
export type Sent = {
  status: number;
  typed: { text: string; on: string };
  problem: string | null;
  result: Proofread | null;
};

/** As many bytes as a report may have; what stands before the application lets a form through that is a little longer. */
const mostBytes = 1_000_000;
/** As many rows as are read of one report. */
const mostRows = 300;

/** Reads a form with a file or a pasted text, in turns of some milliseconds. */
export async function readSent(form: FormData, today: string): Promise<Sent> {
  const text = textIn(form, 'text');
  const on = textIn(form, 'on').slice(0, 60);
  const typed = { text, on };
  const refused = (problem: string): Sent => ({ status: 422, typed, problem, result: null });
  const day = on.trim() === '' ? { day: today } : parseDay(on);
  if ('problem' in day) return refused(day.problem);
  const file = form.get('file');
  const sent = file instanceof File && file.size > 0 ? file : null;
  if (sent === null && text.trim() === '') return refused('Paste a table or a report, or choose a file, first.');
  const fileName = sent ? sent.name : pastedName(text);
  const bytes = sent ? new Uint8Array(await sent.arrayBuffer()) : new TextEncoder().encode(text);
  if (bytes.length > mostBytes)
    return refused('This is more than 1 MB. Save it without pictures, or send its sheets one by one.');
  const kind = /\.(txt|text|md)$/i.test(fileName) ? 'text' : 'workbook';
  const read = await sheetsOf({ kind, bytes, fileName }, () => {});
  if ('refused' in read) return refused(read.refused);
  const result = await slowly(proofreadSteps(read.workbook, {}, day.day, mostRows));
  if (result.rows.length === 0)
    return refused('No row with a measure, a period and words or a figure was found in it.');
  return { status: 200, typed, problem: null, result };
}

const textIn = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};
