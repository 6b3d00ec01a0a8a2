import type { ServicePosts } from '@/db/queries/people/posts-page';

/** What was just done about the posts of a service. */
export function PostChange({ done, posts }: { done: unknown; posts: ServicePosts }) {
  const { name, head } = posts;
  const changes: Record<string, string> = {
    head: head ? `${head.name} heads ${name} from now on.` : `Nobody heads ${name} now.`,
    deputy: 'The deputy is named.',
    ended: 'The deputyship ends on that day.',
  };
  const change = typeof done === 'string' && Object.hasOwn(changes, done) ? changes[done] : null;
  return (
    change && (
      <p className="done" role="status">
        {change}
      </p>
    )
  );
}
