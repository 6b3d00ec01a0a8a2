/** The committees of the demonstration council, with the days of their meetings: all invented. */
export const demoCommittees: { slug: string; name: string; services: string[]; meetings: string[] }[] = [
  {
    slug: 'family-and-childrens-services',
    name: 'Family and children’s services overview and scrutiny committee',
    services: ['childrens-social-care'],
    meetings: ['2018-06-07', '2018-07-05', '2018-09-06'],
  },
  {
    slug: 'roads-and-travel',
    name: 'Roads and travel overview and scrutiny committee',
    services: ['highways-and-transport'],
    meetings: ['2018-05-15', '2018-07-17', '2018-09-18'],
  },
];
