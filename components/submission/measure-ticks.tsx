import { FieldGroup } from '@/components/form/field';
import type { ServiceChoice } from '@/db/queries/submission/systems';

type Props = {
  services: ServiceChoice[];
  /** The codes that are ticked, and the services that are ticked as a whole. */
  codes: string[];
  slugs: string[];
  problem: string | undefined;
};

/** A tick for each measure, service by service, and one for all measures of a service. */
export function MeasureTicks({ services, codes, slugs, problem }: Props) {
  return (
    <FieldGroup
      name="code"
      legend="Which readings may it send?"
      hint="All of a service are those that it has today: a measure that is added later is ticked here first."
      problem={problem}
    >
      {services.map(({ slug, name, measures }) => {
        const ticked = measures.filter(({ code }) => codes.includes(code)).length;
        return (
          <details
            key={slug}
            className="aside-question service-ticks"
            open={ticked > 0 || slugs.includes(slug) || services.length === 1}
          >
            <summary>
              {name}
              {ticked > 0 && `, ${ticked} of ${measures.length}`}
            </summary>
            <label className="choice">
              <input type="checkbox" name="service" value={slug} defaultChecked={slugs.includes(slug)} />
              <span>
                All {measures.length} measures of {name}
              </span>
            </label>
            {measures.map(({ code, number, title }) => (
              <label key={code} className="choice">
                <input type="checkbox" name="code" value={code} defaultChecked={codes.includes(code)} />
                <span>
                  {number}. {title} <small>{code}</small>
                </span>
              </label>
            ))}
          </details>
        );
      })}
    </FieldGroup>
  );
}

/** What a form handed back of ticks, one a line. */
export const ticksTyped = (typed: string | undefined): string[] => (typed ?? '').split('\n').filter(Boolean);
