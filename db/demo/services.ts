import { childrensSocialCare } from './childrens-social-care';
import type { DemoMeasure } from './demo-measure';
import { highwaysAndTransport } from './highways-and-transport';

export type DemoService = {
  slug: string;
  name: string;
  notice: string;
  /** Where the figures of its measures come from, and the role that answers for them. */
  source: string;
  ownerRole: string;
  measures: DemoMeasure[];
  /** Whom readers ask, where the service names somebody. */
  contactName?: string;
  contactEmail?: string;
  contactPhone?: string;
};

/** The services of the demonstration council in their order, each with its public notice. */
export const demoServices: DemoService[] = [
  {
    slug: 'childrens-social-care',
    name: "Children's Social Care",
    notice:
      'The latest figures, last year’s figures and the targets are those in Northumberland County Council’s printed report of 17 August 2018. The words, and the owners and dates of actions, are this demonstration’s own, and earlier points in each trend are invented.',
    source:
      'Northumberland County Council’s printed performance report at 17 August 2018 for the latest figure, last year’s and the target; earlier points are invented',
    ownerRole: 'Data owner for children’s services (an invented role)',
    measures: childrensSocialCare,
    contactName: 'Children’s performance desk (invented)',
    contactEmail: 'childrens.performance@candour.example',
    contactPhone: '01632 960 101',
  },
  {
    slug: 'highways-and-transport',
    name: 'Highways and transport',
    notice: 'Everything in this service is invented: its measures, figures, words and plans describe no real council.',
    source: 'Invented for this demonstration',
    ownerRole: 'Highway Data Manager (an invented role)',
    measures: highwaysAndTransport,
  },
];
