import type { ServicePosts } from '@/db/queries/people/posts-page';

/** Who owns how many measures of a service, each with a way to give them away. */
export function OwnersPart({ posts: { slug, name, owners, ownerless } }: { posts: ServicePosts }) {
  return (
    <section className="ruled" aria-labelledby="owners-title">
      <h2 id="owners-title">Owners of measures</h2>
      {owners.length === 0 && ownerless === 0 && <p>{name} has no measures yet.</p>}
      <ul className="plain">
        {owners.map((owner) => (
          <li key={owner.id}>
            <a href={`/settings/people/${owner.id}`}>{owner.name}</a> owns{' '}
            {owner.measures === 1 ? '1 measure' : `${owner.measures} measures`}.{' '}
            <a href={`/settings/people/give?from=${owner.id}&service=${slug}`}>
              Give them away<span className="unseen">: {owner.name}</span>
            </a>
          </li>
        ))}
        {ownerless > 0 && (
          <li>
            Nobody owns {ownerless === 1 ? '1 measure' : `${ownerless} measures`}.{' '}
            <a href={`/settings/people/give?from=nobody&service=${slug}`}>Name an owner</a>
          </li>
        )}
      </ul>
    </section>
  );
}
