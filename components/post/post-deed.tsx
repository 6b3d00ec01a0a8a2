import type { ServicePosts } from '@/db/queries/people/posts-page';

/** What was just done about the posts of a service. */
export function PostDeed({ done, posts }: { done: unknown; posts: ServicePosts }) {
  const { name, head } = posts;
  const deeds: Record<string, string> = {
    head: head ? `${head.name} heads ${name} from now on.` : `Nobody heads ${name} now.`,
    deputy: 'The deputy is named.',
    ended: 'The deputyship ends on that day.',
  };
  const deed = typeof done === 'string' && Object.hasOwn(deeds, done) ? deeds[done] : null;
  return (
    deed && (
      <p className="done" role="status">
        {deed}
      </p>
    )
  );
}
