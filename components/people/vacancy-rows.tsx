import { Shape } from '@/components/sign/sign-shapes';
import type { Vacancy } from '@/lib/people/people-list';

/** The posts that nobody has, as rows of the list of people: services without a head, and measures without an owner. */
export function VacancyRows({ vacancies }: { vacancies: Vacancy[] }) {
  return vacancies.flatMap(({ slug, name, noHead, ownerless }) => [
    noHead && (
      <Row
        key={`${slug} head`}
        post="No head of service"
        service={name}
        why="nothing can be approved"
        href={`/settings/people/posts/${slug}`}
        act="Name a head"
      />
    ),
    ownerless > 0 && (
      <Row
        key={`${slug} owner`}
        post={ownerless === 1 ? '1 measure without an owner' : `${ownerless} measures without an owner`}
        service={name}
        why={ownerless === 1 ? 'nobody can enter its figures' : 'nobody can enter their figures'}
        href={`/settings/people/give?from=nobody&service=${slug}`}
        act="Name an owner"
      />
    ),
  ]);
}

function Row({ post, service, why, href, act }: Record<'post' | 'service' | 'why' | 'href' | 'act', string>) {
  return (
    <tr>
      <th scope="row">{post}</th>
      <td>
        <i>Nobody</i>
      </td>
      <td>{service}</td>
      <td>
        <span className="tag needs">
          <Shape symbol="none" /> nobody here
        </span>
        <small>{why}</small>
      </td>
      <td>
        <a className="act" href={href}>
          {act}
          <span className="unseen">: {service}</span>
        </a>
      </td>
    </tr>
  );
}
