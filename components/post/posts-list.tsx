import type { ServicePosts } from '@/db/queries/people/posts-page';
import { formatDate } from '@/lib/time/day';

type Props = {
  services: ServicePosts[];
  today: string /** Whom the posts are for, kept on the way. */;
  person: number | null;
};

/** Who heads each service, who stands in, and who owns its measures. */
export function PostsList({ services, today, person }: Props) {
  const query = person === null ? '' : `?person=${person}`;
  return (
    <table className="people posts">
      <caption className="unseen">Heads, deputies and owners by service</caption>
      <thead>
        <tr>
          <th scope="col">Service</th>
          <th scope="col">Head</th>
          <th scope="col">Deputy</th>
          <th scope="col">Owners of measures</th>
          <th scope="col">You can</th>
        </tr>
      </thead>
      <tbody>
        {services.map(({ slug, name, head, deputies, owners, ownerless }) => (
          <tr key={slug}>
            <th scope="row">{name}</th>
            <td>{head ? head.name : <span className="tag needs">nobody</span>}</td>
            <td>
              {deputies.length === 0 && <i>none</i>}
              {deputies.map(({ id, name: deputy, fromDay, untilDay }) => (
                <p key={`${id} ${fromDay} ${untilDay}`}>
                  {deputy} <small>{spanWords(fromDay, untilDay, today)}</small>
                </p>
              ))}
            </td>
            <td>
              {owners.map(({ id, name: owner, measures }) => (
                <p key={id}>
                  {owner} ({measures})
                </p>
              ))}
              {ownerless > 0 && (
                <p>
                  <span className="tag needs">nobody</span> ({ownerless})
                </p>
              )}
              {owners.length === 0 && ownerless === 0 && <i>no measures</i>}
            </td>
            <td>
              <a className="act" href={`/settings/people/posts/${slug}${query}`}>
                Change<span className="unseen">: {name}</span>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** 'until 14 September 2018', with the first day where it is to come. */
export const spanWords = (fromDay: string, untilDay: string, today: string): string =>
  `${fromDay > today ? `from ${formatDate(fromDay)} ` : ''}until ${formatDate(untilDay)}`;
