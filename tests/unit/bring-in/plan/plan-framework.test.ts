import { describe, expect, test } from 'vitest';
import { ada, adam, council, line, lines, measureNow, person } from '../../../support/bring-in/planned-council';
import { wish } from '../../../support/council/wishes';

const bus = {
  service: 'Buses',
  code: 'bus-02',
  title: 'Buses that ran',
  definition: 'Journeys that ran.',
  unit: 'percent',
  better: 'higher',
  frequency: 'monthly',
  first_period: 'April 2026',
};
const later = { measure: 'bus-01', shape: 'at least', green_from: '95' };
const decided = { reason: 'More buses.', decided_by: 'Cabinet', decided_on: '30 June 2026' };

describe('a measure', () => {
  test('has the next free number, no decimals and a year from April where the file is silent', () =>
    expect(line('measure', bus)).toBe('create Measures 2: bus-02, Buses that ran is added to Buses as number 2.'));

  test('steps round the numbers that other rows give', () =>
    expect(
      lines([wish('measure', 2, bus), wish('measure', 3, { ...bus, code: 'bus-03', number: '2' })]).map((row) =>
        row.slice(-12),
      ),
    ).toEqual(['as number 3.', 'as number 2.']));

  test('that is here as the file has it is left alone, by its own words or by those of the form', () => {
    const own = {
      service: 'Buses',
      code: 'bus-01',
      title: 'Buses on time',
      decimals: '1',
      unit: '%',
      better: 'higher is better',
    };
    expect(line('measure', own)).toBe('same Measures 2: It is here already, as the file has it.');
  });

  test('changes with what was there beside it, at the cell that asks for it', () =>
    expect(line('measure', { service: 'buses', code: 'bus-01', lag_days: '30' })).toBe(
      'change Measures 2: The days until it is due: “30” instead of “20”.',
    ));

  test('whose figures are here stays as it was counted', () => {
    const now = council({ measures: [measureNow({ hasReadings: true })] });
    expect(line('measure', { service: 'Buses', code: 'bus-01', unit: 'days' }, now)).toMatch(
      /^refuse Measures 2: Figures of this measure are here already.* the unit stays/,
    );
  });

  test.each<[string, Record<string, string>, string]>([
    ['without a service', { service: '' }, 'refuse Measures 2: Name its service.'],
    [
      'of an unknown service',
      { service: 'Ferries' },
      'refuse Measures 2: There is no service “Ferries”, and no row adds it.',
    ],
    [
      'with a code of another service',
      { service: 'Trams', code: 'bus-01' },
      'refuse Measures 2 B: bus-01, Buses on time is a measure of Buses already: each code is one measure of the council.',
    ],
    ['with a number that is taken', { number: '1' }, 'refuse Measures 2 I: “Buses on time” has the number 1 already.'],
    ['with an unknown unit', { unit: 'furlongs' }, 'refuse Measures 2 E: Choose what its figure is.'],
    ['with neither yes nor no', { counts_people: 'perhaps' }, 'refuse Measures 2 I: “perhaps” is neither yes nor no.'],
    [
      'with a code of capitals',
      { code: 'BUS 2' },
      'refuse Measures 2 B: Write the code in lower-case words with hyphens, such as bus-07.',
    ],
    [
      'without a first period',
      { first_period: '' },
      'refuse Measures 2 H: Enter the month with which its first figure begins, such as April 2026.',
    ],
  ])('%s is refused at its cell', (_, fields, sentence) =>
    expect(line('measure', { ...bus, ...fields })).toBe(sentence),
  );

  test('that stands twice is refused with both rows named, or read once where both say the same', () => {
    expect(lines([wish('measure', 9, bus), wish('measure', 14, { ...bus, title: 'Others' })])).toEqual([
      'refuse Measures 9: Measures, row 9 and Measures, row 14 both speak of this, and not alike: leave one of them.',
      'refuse Measures 14: Measures, row 14 and Measures, row 9 both speak of this, and not alike: leave one of them.',
    ]);
    expect(lines([wish('measure', 9, bus), wish('measure', 14, bus)])[1]).toBe(
      'same Measures 14: Measures, row 9 says the same.',
    );
  });

  test('waits while a release is announced', () => {
    const [buses, trams] = council().services;
    const services = [{ ...buses, announced: 'Edition 2 is announced for 20 August' }, trams] as ReturnType<
      typeof council
    >['services'];
    expect(line('measure', bus, council({ services }))).toMatch(/is announced .* without this measure: wait for it/);
    expect(line('target', { ...later, from: 'April 2026' }, council({ services }))).toMatch(
      /shows this measure as it is now/,
    );
  });

  test('is added though its owner is unknown, and an officer names no owner', () => {
    const rows = [wish('measure', 2, { ...bus, owner: 'Zoe' })];
    expect(lines(rows)).toEqual([
      'create Measures 2: bus-02, Buses that ran is added to Buses as number 2.',
      'refuse Measures 2 I: Nobody here is called “Zoe” or has that address: add this person first.',
    ]);
    const named = [wish('measure', 2, { ...bus, owner: 'Olive' })];
    expect(lines(named, council(), { who: ada })[1]).toBe(
      'refuse Measures 2 I: Only an administrator can look after people.',
    );
    expect(lines(named)[1]).toBe('create Measures 2: Olive owns bus-02.');
  });

  test('is no business of an administrator', () =>
    expect(line('measure', bus, council(), { who: adam })).toBe(
      'refuse Measures 2: Only the performance officer can change services, measures, targets and outturns.',
    ));

  test('with an owner of a name that two have is asked for the address', () => {
    const people = [person(1, 'Olive'), { ...person(2, 'Olive'), email: 'other@testshire.example' }];
    expect(lines([wish('measure', 2, { ...bus, owner: 'olive' })], council({ people }))[1]).toMatch(
      /2 people are called “olive”/,
    );
  });
});

describe('a service', () => {
  test('is added at its place, and found again by its name or its address', () => {
    expect(line('service', { name: 'Ferries', place: '1' })).toBe(
      'create Services 2: The service Ferries is added, at /scorecards/ferries.',
    );
    const [buses, trams] = council().services;
    if (!buses || !trams) throw new Error('two services are there');
    const contact = { name: 'Bus desk', email: null, phone: '01632 960 001' };
    const services = [{ ...buses, words: { ...buses.words, contact } }, trams];
    expect(line('service', { name: 'Buses', notice: 'New.' }, council({ services }))).toBe(
      'change Services 2: The notice: “New.” instead of nothing.',
    );
    expect(line('service', { name: 'buses', address: 'buses' })).toMatch(
      /^change .*The name: “buses” instead of “Buses”/,
    );
    expect(line('service', { name: 'Buses', place: '1' })).toBe(
      'same Services 2: It is here already, as the file has it.',
    );
  });
  test('of one row can have its measures in another', () =>
    expect(
      lines([wish('measure', 2, { ...bus, service: 'Ferries' }), wish('service', 2, { name: 'Ferries' })]),
    ).toEqual([
      'create Services 2: The service Ferries is added, at /scorecards/ferries.',
      'create Measures 2: bus-02, Buses that ran is added to Ferries as number 1.',
    ]));
  test('publishes in one of two ways', () =>
    expect(line('service', { name: 'Ferries', publishes: 'at night' })).toMatch(/is no way of publishing/));
});

describe('a person', () => {
  const zoe = { name: 'Zoe Park', email: 'zoe@testshire.example' };
  test('is added by an administrator alone', () => {
    expect(line('person', { ...zoe, roles: 'councillor' }, council(), { who: adam })).toBe(
      'create People 2: Zoe Park is added with the address zoe@testshire.example, as councillor.',
    );
    expect(line('person', zoe, council(), { who: ada })).toBe(
      'refuse People 2: Only an administrator can look after people.',
    );
  });
  test('with an unknown role is refused at its cell', () =>
    expect(line('person', { ...zoe, roles: 'mayor' })).toMatch(/^refuse People 2 C: “mayor” is no role/));
  test('heads a service in place of somebody, and one of two rows alone', () => {
    const rows = [
      wish('person', 2, { ...zoe, head_of: 'Buses' }),
      wish('person', 3, { name: 'Yan', email: 'yan@testshire.example', head_of: 'Buses' }),
    ];
    expect(lines(rows)).toEqual([
      'create People 2: Zoe Park is added with the address zoe@testshire.example.',
      'change People 2: The head: “Zoe Park” instead of “Hana”.',
      'create People 3: Yan is added with the address yan@testshire.example.',
      'refuse People 3 C: People, row 2 names a head of Buses as well: leave one of them.',
    ]);
  });
});

describe('a target', () => {
  test('of a measure that the same file adds', () =>
    expect(
      lines([wish('target', 2, { ...later, measure: 'bus-02', from: 'April 2026' }), wish('measure', 2, bus)])[1],
    ).toBe('create Targets 2: From April 2026: at least 95%.'));
  test.each<[string, Record<string, string>, RegExp]>([
    [
      'of no measure',
      { measure: 'bus-99', from: 'April 2026' },
      /^refuse Targets 2: There is no measure “bus-99”, and no row adds it\.$/,
    ],
    [
      'before the first period',
      { from: 'March 2026' },
      /^refuse Targets 2 D: The first period of this measure begins on 1 April 2026\.$/,
    ],
    ['of an unknown shape', { from: 'April 2026', shape: 'round' }, /Choose what the figure should be/],
  ])('%s is refused', (_, fields, sentence) => expect(line('target', { ...later, ...fields })).toMatch(sentence));
  test('that follows another one brings its decision, in whatever order the rows stand', () => {
    const second = { ...later, from: 'July 2026', green_from: '97' };
    expect(lines([wish('target', 2, second), wish('target', 3, { ...later, from: 'April 2026' })])).toEqual([
      'create Targets 3: From April 2026: at least 95%.',
      'refuse Targets 2: Say why. The public reads it beside the target. Say who decided it. Enter the day of the decision.',
    ]);
    expect(
      lines([wish('target', 2, { ...second, ...decided }), wish('target', 3, { ...later, from: 'April 2026' })])[1],
    ).toMatch(/^create/);
  });
  test('that is here stays, and another one takes its place unless a figure was judged by it', () => {
    const target = {
      id: 3,
      effectiveFrom: '2026-04-01',
      target: { shape: 'at_least', green: '95', amber: null } as const,
      decision: null,
    };
    const here = (use: string | null) => council({ measures: [measureNow({ targets: [{ ...target, use }] })] });
    const from = { from: '2026-04-01' };
    expect(line('target', { ...later, ...from }, here(null))).toBe(
      'same Targets 2: It is here already, as the file has it.',
    );
    expect(line('target', { ...later, ...from, green_from: '96' }, here(null))).toBe(
      'change Targets 2: The target: “at least 96%” instead of “at least 95%”.',
    );
    expect(line('target', { ...later, ...from, green_from: '96' }, here('June was approved by it.'))).toBe(
      'refuse Targets 2: June was approved by it.',
    );
  });
});

describe('an outturn', () => {
  const outturn = { measure: 'bus-01', year: '2025/26', figure: '93.4' };
  test.each<[string, Record<string, string>, RegExp]>([
    ['of a year that is over', {}, /^create Outturns 2: 2025\/26: 93\.4\.$/],
    ['of a year that is not over', { year: '2026/27' }, /^refuse Outturns 2 B: The year 2026\/27 is not over yet/],
    ['of no year', { year: 'last' }, /^refuse Outturns 2 B: “last” is no year that can have an outturn/],
    ['with a decimal comma', { figure: '9,3' }, /^refuse Outturns 2 C: “9,3” has a comma/],
    ['without a figure', { figure: '' }, /^refuse Outturns 2 C: Enter the figure of the whole year/],
  ])('%s', (_, fields, sentence) => expect(line('outturn', { ...outturn, ...fields })).toMatch(sentence));
  test('that is here is left alone, and changes with a reason', () => {
    const now = council({
      measures: [measureNow({ outturns: [{ year: 2025, value: '93.4', source: 'The return' }] })],
    });
    expect(line('outturn', outturn, now)).toMatch(/^same/);
    expect(line('outturn', { ...outturn, figure: '94' }, now)).toMatch(
      /is entered for this year already: say why it changes/,
    );
    expect(line('outturn', { ...outturn, figure: '94', reason: 'A depot was missed.' }, now)).toBe(
      'change Outturns 2: The figure: “94” instead of “93.4”.',
    );
  });
});

describe('a comparator', () => {
  const england = {
    measure: 'bus-01',
    name: 'England',
    source: 'DfT',
    alike: 'yes',
    note: 'Alike.',
    from_day: '1 April 2025',
    until_day: '31 March 2026',
    figure: '91.2',
  };
  test('is added, left alone, or changed figure by figure', () => {
    expect(line('comparator', england)).toBe('create Comparators 2: England: 91.2, 1 April 2025 to 31 March 2026.');
    const benchmarks = [
      {
        name: 'England',
        source: 'DfT',
        alike: true,
        note: 'Alike.',
        values: [{ from: '2025-04-01', until: '2026-03-31', value: '91.2' }],
      },
    ];
    const now = council({ measures: [measureNow({ benchmarks })] });
    expect(line('comparator', england, now)).toMatch(/^same/);
    expect(line('comparator', { ...england, name: 'england ', figure: '92' }, now)).toMatch(
      /^change .*“92” instead of “91\.2”/,
    );
    expect(line('comparator', { ...england, source: 'ONS' }, now)).toBe(
      'change Comparators 2: The source: “ONS” instead of “DfT”.',
    );
  });
  test('of days that are to come is refused', () =>
    expect(line('comparator', { ...england, until_day: '31 March 2027' })).toMatch(/31 March 2027 has not come yet/));
});
