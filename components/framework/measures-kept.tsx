import { Link } from '@/components/frame/link';
import type { MeasureList } from '@/db/queries/framework/measures';
import { FrameworkPage } from './framework-page';

type Props = {
  links: { href: string; text: string }[];
  list: MeasureList;
  /** Whether they were just put in another order. */
  done: boolean;
};

/** The measures of each service, in report order, or those of one. */
export function MeasuresKept({ links, list, done }: Props) {
  const { services, only } = list;
  const one = only === null ? (services.length === 1 ? services[0] : undefined) : services[0];
  return (
    <FrameworkPage
      title={only === null ? 'Measures' : `Measures of ${one?.name}`}
      standfirst={standfirst(list)}
      {...(one && { button: { href: `/settings/measures/new?service=${one.slug}`, text: 'Add a measure' } })}
      done={done && 'They have their new order. The next edition shows it; those before it keep theirs.'}
      links={links}
      current="/settings/measures"
    >
      {only !== null && (
        <p className="list-filter">
          <Link href="/settings/measures">The measures of all services</Link>
        </p>
      )}
      {services.map((service) => (
        <section key={service.slug} aria-labelledby={`of-${service.slug}`} className="kept-group">
          <h2 id={`of-${service.slug}`}>
            {only === null ? (
              <Link href={`/settings/measures?service=${service.slug}`}>{service.name}</Link>
            ) : (
              'In report order'
            )}
          </h2>
          {service.measures.length === 0 ? (
            <p>
              No measure yet.{' '}
              <Link href={`/settings/measures/new?service=${service.slug}`}>
                Add the first measure<span className="unseen"> of {service.name}</span>
              </Link>
            </p>
          ) : (
            <MeasureTable {...service} />
          )}
          {service.measures.length > 1 && (
            <p>
              <Link href={`/settings/measures/order?service=${service.slug}`}>
                Put them in another order<span className="unseen">: measures of {service.name}</span>
              </Link>
            </p>
          )}
        </section>
      ))}
    </FrameworkPage>
  );
}

function MeasureTable({ name, measures }: MeasureList['services'][number]) {
  return (
    <table className="kept-list">
      <caption className="unseen">Measures of {name}</caption>
      <thead>
        <tr>
          <th scope="col">Measure</th>
          <th scope="col">Target now</th>
          <th scope="col">Data owner</th>
          <th scope="col">You can</th>
        </tr>
      </thead>
      <tbody>
        {measures.map((measure) => (
          <tr key={measure.code}>
            <th scope="row">
              <Link href={`/settings/measures/${measure.code}`}>
                {measure.number}. {measure.title}
              </Link>
              <small>
                {measure.frequency}
                {measure.retired && `; retired after ${measure.retired}`}
              </small>
            </th>
            <td data-label="Target now">
              {measure.wantsTarget ? <b className="wanting">{measure.target}</b> : measure.target}
            </td>
            <td data-label="Data owner">
              {measure.owner ?? (measure.retired ? 'Nobody' : <b className="wanting">Nobody yet</b>)}
            </td>
            <td data-label="You can">
              <Link href={`/settings/measures/${measure.code}/target`}>
                Set a target<span className="unseen"> for {measure.title}</span>
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function standfirst({ services }: MeasureList): string {
  const all = services.flatMap(({ measures }) => measures).filter(({ retired }) => !retired);
  if (services.length === 0) return 'There is no service yet: add one first, and then its measures.';
  const count = all.length === 1 ? 'One measure.' : `${all.length} measures.`;
  const wanting = all.filter(({ wantsTarget }) => wantsTarget).length;
  const ownerless = all.filter(({ owner }) => owner === null).length;
  return [
    count,
    wanting > 0 &&
      `${wanting === 1 ? 'One has' : `${wanting} have`} neither a target nor a reason for having none, which holds up an edition.`,
    ownerless > 0 &&
      `${ownerless === 1 ? 'One has' : `${ownerless} have`} no data owner, so nobody can enter its figures.`,
  ]
    .filter(Boolean)
    .join(' ');
}
