import { formatDate } from '@/lib/time/period';
import type { Publisher } from './open-rows';

type Summarised = {
  origin: string;
  council: Publisher;
  services: { name: string; path: string; counts: string }[];
  /** The ISO day that the counts are of. */
  date: string;
};

/** What a site publishes, in plain words with addresses, as llms.txt proposes. */
export function plainSummary({ origin, council, services, date }: Summarised): string {
  const { name, areaCode, licence } = council;
  return [
    `# ${name}: published performance figures`,
    '',
    `> Measures with targets, figures and the words of those who answer for them, approved and published in numbered editions that are never changed. At ${formatDate(date)}.`,
    '',
    `Publisher: ${name}${areaCode ? `, area code ${areaCode}` : ''}.${licence ? ` Licence: ${licence}.` : ''}`,
    'A figure marked [c] is hidden because it could tell of few people. A missing figure is never 0.',
    '',
    '## Services',
    '',
    ...services.map((service) => `- [${service.name}](${origin}${service.path}): ${service.counts}`),
    '',
    '## Data',
    '',
    `- [All files](${origin}/data): CSV, JSON and Excel`,
    `- [Columns](${origin}/data/columns): what each means`,
    `- [Latest figures](${origin}/data/scorecards.csv): every measure of every scorecard`,
    `- [Interface for programs](${origin}/api/v1/openapi.json): OpenAPI, read without a key`,
    `- [Feed](${origin}/feed.xml): each edition with its counts`,
    '',
  ].join('\n');
}
