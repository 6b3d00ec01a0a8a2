import type { Wish } from '@/lib/bring-in/wish';
import type { Action } from '@/lib/reading/content';
import { actionNumbers } from '@/lib/reading/reading-fields';
import { parseDay } from '@/lib/time/day-entry';
import { parseMonth } from '@/lib/time/month-entry';
import { endOf } from '@/lib/time/period';

const dayInProse = /\b(\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} \d{4}|\d{1,2}\/\d{1,2}\/\d{4})\b/;
const monthInProse = /\b(?:by|before|until|in|from|end of|during) (?:the end of )?([A-Z][a-z]{2,8} \d{4})\b/;
/** Words that end the name of a post, or begin it. */
const post =
  /\b(?:heads?|directors?|managers?|officers?|leads?|leaders?|coordinators?|engineers?|supervisors?|surveyors?|commissioners?|registrars?) ?(?:of|for)?\b/i;
/** As many words as a post has. */
const longestPost = 8;

/** The post that a sentence names between its commas or brackets: "…, Head of Housing, by June". */
function postIn(text: string): string {
  const parts = text.split(/[,;:()–—.]/).map((part) => part.trim());
  return parts.slice(1).find((part) => post.test(part) && part.split(/\s+/).length <= longestPost) ?? '';
}

/** The day by which a sentence promises something: a day that it names, or the end of a month. */
function dueIn(text: string): string | null {
  const named = parseDay(dayInProse.exec(text)?.[1] ?? '');
  if ('day' in named) return named.day;
  const month = parseMonth(monthInProse.exec(text)?.[1] ?? '');
  return 'start' in month ? endOf({ frequency: 'monthly', start: month.start }) : null;
}

/** As many characters of one action as are read. */
const mostOfAction = 8_000;

/** The actions of a row; a report keeps the post and the day of an action in its words, where they are looked for. */
export function actionsIn(fields: Wish['fields']): Action[] {
  return actionNumbers.flatMap((n) => {
    const name = n === 1 ? 'action' : `action_${n}`;
    const text = fields[name]?.trim().slice(0, mostOfAction) ?? '';
    if (text === '') return [];
    const due = parseDay(fields[`${name}_due`] ?? '');
    return [
      {
        text,
        owner: fields[`${name}_owner`]?.trim() || postIn(text),
        due: 'day' in due ? due.day : dueIn(text),
      },
    ];
  });
}
