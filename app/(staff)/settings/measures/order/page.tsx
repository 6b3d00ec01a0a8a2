import type { Metadata } from 'next';
import { found } from '@/app/_staff/found';
import { keptTyping } from '@/app/_staff/kept-typing';
import { requirePerson } from '@/app/_staff/session';
import { FrameworkPage } from '@/components/framework/framework-page';
import { OrderForm } from '@/components/framework/order-form';
import { ServiceChoice } from '@/components/framework/service-choice';
import { database } from '@/db/connection/pool';
import { measureOrder } from '@/db/queries/framework/measure-order';
import { serviceChoices } from '@/db/queries/framework/services';
import { settingsOf } from '@/lib/people/settings-links';
import { reorder } from './actions';

const title = 'Put measures in another order';
export const metadata: Metadata = { title };

export default async function Order({ searchParams }: PageProps<'/settings/measures/order'>) {
  const [who, { service, kept }] = await Promise.all([requirePerson(), searchParams]);
  const links = settingsOf(who);
  if (typeof service !== 'string') {
    const services = await found(serviceChoices(database(), who));
    const standfirst = 'The order is that of one scorecard: which one?';
    return <ServiceChoice {...{ title, standfirst, links, services }} page="/settings/measures/order" />;
  }
  const order = await found(measureOrder(database(), who, service));
  return (
    <FrameworkPage
      title={title}
      standfirst={`Each has its number on the scorecard of ${order.service.name}. Two change places when their numbers do.`}
      crumbs={[{ href: `/settings/measures?service=${service}`, text: `Measures of ${order.service.name}` }]}
      links={links}
      current="/settings/measures"
    >
      {order.announced ? (
        <p className="notice">{order.announced}. Until it is out, or cancelled, their order stays.</p>
      ) : (
        <OrderForm
          key={String(kept)}
          order={order}
          kept={await keptTyping(kept)}
          fresh={crypto.randomUUID()}
          step={reorder}
        />
      )}
    </FrameworkPage>
  );
}
