import type { Effect } from '@/lib/framework/effect';
import { type AnnouncedRelease, announcedFor } from '@/lib/release/release-moment';
import { listed } from '@/lib/text/number-in-words';
import { londonDay } from '@/lib/time/day';
import { formatDate } from '@/lib/time/period';

/** A service with its announced release; null while none waits. */
export type HeardService = { slug: string; name: string; release: AnnouncedRelease | null };

/** What a new committee would be, before it is added; `services` are the names of those that it hears. */
export const newCommitteeEffect = (slug: string, services: string[]): Effect => ({
  sentences: [
    `Its address is /committees/${slug}. It cannot be changed later.`,
    services.length === 0 ? 'It hears no service yet.' : `It hears ${listed(services)}.`,
    'The public sees it at once. It has no meeting yet: add the first one next.',
  ],
});

type Before = { name: string; services: string[] };

/** What a change of a committee would do, the services by name; no sentence where nothing would change. */
export function committeeEffect(before: Before, after: Before): Effect {
  const sentences: string[] = [];
  if (after.name !== before.name)
    sentences.push(`It is called “${after.name}” instead of “${before.name}”, on every page at once.`);
  const added = after.services.filter((name) => !before.services.includes(name));
  const gone = before.services.filter((name) => !after.services.includes(name));
  if (added.length > 0)
    sentences.push(`It hears ${listed(added)} too: its page tells what has changed there since its last meeting.`);
  if (gone.length > 0) sentences.push(`It does not hear ${listed(gone)} any more. What was published stays.`);
  return { sentences };
}

/**
 * Why a committee cannot leave a service, or null when it can: where a release of it is announced in time for a meeting, the
 * committee is to read it.
 */
export function whyHeard({ name, release }: HeardService, meetings: string[]): string | null {
  const meeting = release && meetings.toSorted().find((day) => day >= londonDay(release.dueAt));
  if (!release || !meeting) return null;
  return `${announcedFor(release)}, and this committee meets on ${formatDate(meeting)}: it hears ${name} until that release is out, or cancelled.`;
}
