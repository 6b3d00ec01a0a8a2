/** What is typed into a form, by the names of its fields. */
export type Filled = Record<string, string>;

/** A measure, its target or why it has none, last year's figure, the figures of two months, and what is said of them. */
type OwnMeasure = { facts: Filled; target: Filled; outturn: string; figures: Filled[]; words: string[] };

const share = { unit: 'percent', decimals: '1', polarity: 'higher', scale: '100' };
/** Five measures of a housing service, by the names of the fields of their forms. */
export const ownMeasures: OwnMeasure[] = [
  {
    facts: {
      ...share,
      title: 'Repairs done at the first visit',
      definition: 'Repairs that needed one visit.',
      numeratorLabel: 'done at the first visit',
      denominatorLabel: 'repairs',
      window: 'single',
    },
    target: { shape: 'at_least', greenFrom: '85', amberFrom: '80' },
    outturn: '83',
    figures: [
      { numerator: '412', denominator: '498' },
      { numerator: '431', denominator: '502' },
    ],
    words: [
      'A plumber left in spring, and repairs of boilers took a second visit.',
      'The new plumber has begun, so that most boilers are mended at once.',
    ],
  },
  {
    facts: {
      title: 'Days to let an empty home',
      definition: 'From the keys coming back to the next tenancy.',
      unit: 'days',
      decimals: '1',
      polarity: 'lower',
      window: 'single',
    },
    target: { shape: 'at_most', greenFrom: '25', amberFrom: '30' },
    outturn: '27.5',
    figures: [{ value: '31' }, { value: '24.2' }],
    words: [
      'Asbestos was found in several empty homes and had to be taken out first.',
      'No empty home had asbestos, and keys came back early.',
    ],
  },
  {
    facts: {
      title: 'Households in temporary accommodation',
      definition: 'On the last day of the month.',
      unit: 'number',
      polarity: 'lower',
      window: 'snapshot',
      countsPeople: 'on',
    },
    target: { shape: 'at_most', greenFrom: '120', amberFrom: '130' },
    outturn: '118',
    figures: [{ value: '126' }, { value: '119' }],
    words: [
      'Rents in the town rose, and families who lost a private tenancy had nowhere to go.',
      'Some families moved into homes of their own; fewer landlords ended a tenancy.',
    ],
  },
  {
    facts: {
      title: 'New affordable homes',
      definition: 'Finished since 1 April.',
      unit: 'number',
      polarity: 'higher',
      window: 'ytd',
    },
    target: { shape: 'none', whyNone: 'building is decided year by year' },
    outturn: '41',
    figures: [{ value: '12' }, { value: '17' }],
    words: ['The homes at the mill are finished and let.', 'Another terrace behind the station was handed over to us.'],
  },
  {
    facts: {
      ...share,
      title: 'Homes with a valid gas certificate',
      definition: 'On the last day of the month.',
      numeratorLabel: 'with a certificate',
      denominatorLabel: 'homes with gas',
      window: 'snapshot',
    },
    target: { shape: 'at_least', greenFrom: '100', amberFrom: '99' },
    outturn: '99.4',
    figures: [
      { numerator: '5120', denominator: '5190' },
      { numerator: '5140', denominator: '5188' },
    ],
    words: [
      'Many tenants were away when the engineer called.',
      'Evening visits reach tenants who work during the day.',
    ],
  },
];
