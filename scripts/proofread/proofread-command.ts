import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { sheetsOf } from '../../lib/bring-in/plan/file-sheets';
import { mostFileBytes } from '../../lib/bring-in/sending';
import { allSteps } from '../../lib/bring-in/understanding/cell/steps';
import { proofreadSteps } from '../../lib/proofread/proofread';
import { reportLines } from '../../lib/proofread/report-lines';
import { londonDay } from '../../lib/time/day';
import { parseDay } from '../../lib/time/day-entry';

const help = `npm run proofread -- FILE [--on DAY] [--answers FILE]

  FILE            a scorecard or report: .xlsx, .csv, or text as .txt
  --on DAY        the day on which the report was or will be read, such as 17 August 2018; today where it is left out.
                  Promises are judged by it
  --answers FILE  what columns and words mean, as for “npm run council -- bring-in”: a JSON file of names and choices

Prints what does not agree between words and figures, row by row: the rule, the words, what is wrong and how to mend it. Nothing is
kept and nothing is sent anywhere. Ends with 0; with 1 where something must be mended before publication; with 2 where the file
cannot be read.`;

/** The end of the command: what is printed, and the code. */
type Ending = { lines: string[]; code: 0 | 1 | 2 };

const unreadable = (sentence: string): Ending => ({ lines: [sentence], code: 2 });

type Options = { file: string; on: string; answers: string | null };

function optionsIn(words: string[], now: Date): Options | { problem: string } {
  const rest = [...words];
  const take = (name: string): string | null => {
    const at = rest.indexOf(name);
    return at < 0 ? null : (rest.splice(at, 2)[1] ?? '');
  };
  const [on, answers] = [take('--on'), take('--answers')];
  const [file, ...more] = rest;
  if (file === undefined || more.length > 0 || file.startsWith('--')) return { problem: help };
  if (on === null) return { file, on: londonDay(now.toISOString()), answers };
  const day = parseDay(on);
  return 'day' in day ? { file, on: day.day, answers } : { problem: day.problem };
}

async function answersIn(name: string): Promise<Record<string, string> | null> {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(await readFile(name, 'utf8')));
  } catch {
    return null;
  }
}

async function proofread({ file, on, answers: answersFile }: Options): Promise<Ending> {
  const answers = answersFile === null ? {} : await answersIn(answersFile);
  if (answers === null)
    return unreadable('The answers are no JSON file of names and choices, such as {"dates": "day first"}.');
  const size = await stat(file).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );
  if (size === null) return unreadable(`There is no file “${file}” that can be read here.`);
  if (size > mostFileBytes)
    return unreadable(`This file has more than ${mostFileBytes / 1_048_576} MB: read it as several files.`);
  const bytes = await readFile(file);
  const kind = /\.(txt|text|md)$/i.test(file) ? 'text' : 'workbook';
  const read = await sheetsOf({ kind, bytes, fileName: file }, () => {});
  if ('refused' in read) return unreadable(read.refused);
  const result = allSteps(proofreadSteps(read.workbook, answers, on));
  if (result.rows.length === 0)
    return {
      lines: [...reportLines(result), 'No row with a measure, a period and words or a figure was found in this file.'],
      code: 2,
    };
  return { lines: reportLines(result), code: result.blockers > 0 ? 1 : 0 };
}

/** What the command's words ask for: help, a report's findings, or the sentence that says why there are none. */
export async function proofreadCommand(words: string[], now: Date): Promise<Ending> {
  if (words.length === 0 || /^(--?h(elp)?|help)$/.test(words[0] ?? '')) return { lines: [help], code: 0 };
  const options = optionsIn(words, now);
  return 'problem' in options ? unreadable(options.problem) : proofread(options);
}
