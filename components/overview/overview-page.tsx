import { EarlyList } from '@/components/release/early-list';
import type { Overview } from '@/db/queries/overview/overview';
import { EditionColoursSection } from './edition-colours';
import { LateSection } from './late-section';
import { PunctualSection } from './punctual-section';
import { ServiceCards } from './service-cards';

/** All services at a glance: what is published of each, and for those who answer for some, what is late there. */
export function OverviewPage({ overview }: { overview: Overview }) {
  const { services, colours, work, early } = overview;
  return (
    <>
      <header className="page-head standing-head">
        <p className="kicker">
          {work ? 'What is late is seen only by those who work for a service.' : 'What the council has published.'}
        </p>
        <h1>All services</h1>
        <p className="lead">{sentenceOf(overview)}</p>
      </header>
      <EarlyList items={early} />
      <ServiceCards services={services} />
      {work && <LateSection services={work.services} />}
      {work && <PunctualSection months={work.months} invented={work.invented} />}
      <EditionColoursSection colours={colours} />
    </>
  );
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;

function sentenceOf({ services, work }: Overview): string {
  if (services.length === 0) return 'No service has published a scorecard yet.';
  const red = services.reduce((sum, { summary }) => sum + summary.red, 0);
  const rated = services.reduce((sum, { summary }) => sum + summary.total - summary.none, 0);
  const judged = services.reduce((sum, { summary }) => sum + (summary.judged?.count ?? 0), 0);
  const byRule = services.reduce((sum, { summary }) => sum + (summary.judged?.red ?? summary.red), 0);
  const other =
    judged === 0 ? '' : `, ${byRule} by the rule; ${judged} of the ${rated} ${judged === 1 ? 'is' : 'are'} judged`;
  const published = `${red} of the ${count(rated, 'rated measure')} ${red === 1 ? 'is' : 'are'} Red${other}.`;
  const late = work?.services.reduce((sum, service) => sum + service.late, 0);
  if (late === undefined) return published;
  return `${published} ${late === 0 ? 'No reading is late.' : `${count(late, 'reading')} ${late === 1 ? 'is' : 'are'} late.`}`;
}
