import type { LateService } from '@/db/queries/overview/late-readings';
import { ChartDrawing } from './chart-for-script';

/** What is late by service: a table, and the same as bars. */
export function LateSection({ services }: { services: LateService[] }) {
  const late = services.filter((service) => service.late > 0);
  return (
    <section aria-labelledby="late-title">
      <h2 id="late-title">What is late</h2>
      <div className="charted">
        <table className="figures">
          <caption className="unseen">Late readings by service</caption>
          <thead>
            <tr>
              <th scope="col">Service</th>
              <th scope="col">Late</th>
              <th scope="col">Longest, days</th>
              <th scope="col">Wait for approval</th>
            </tr>
          </thead>
          <tbody>
            {services.map(({ slug, name, late: count, longest, waiting }) => (
              <tr key={slug}>
                <th scope="row">
                  <a href={`/services/${slug}`}>{name}</a>
                </th>
                <td>{count}</td>
                <td>{longest}</td>
                <td>{waiting}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {late.length > 0 && (
          <ChartDrawing
            label="Late readings by service, as bars"
            chart={{ kind: 'late', bars: late.map(({ slug, name, late: value }) => ({ key: slug, name, value })) }}
          />
        )}
      </div>
    </section>
  );
}
