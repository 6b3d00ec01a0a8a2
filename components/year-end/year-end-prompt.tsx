import { Link } from '@/components/frame/link';
import type { UnclosedService } from '@/db/queries/framework/year-end';
import { numberOf } from '@/lib/text/number-in-words';

/** Says above the settings that a year waits to be closed, with the way to each service; nothing where none does. */
export function YearEndPrompt({ unclosed }: { unclosed: UnclosedService[] }) {
  const [first] = unclosed;
  if (!first) return null;
  return (
    <div className="notice year-prompt">
      <p>
        <b>{first.year} is to be closed.</b> Until then the scorecards say that it is not closed yet.
      </p>
      <ul>
        {unclosed.map(({ slug, name, open }) => (
          <li key={slug}>
            <Link href={`/settings/year-end/${slug}`}>{name}</Link>: {numberOf(open, 'measure')} open
          </li>
        ))}
      </ul>
    </div>
  );
}
