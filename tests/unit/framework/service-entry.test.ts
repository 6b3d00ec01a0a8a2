import { describe, expect, test } from 'vitest';
import { proposedAddress, proposedCode } from '@/lib/framework/address-proposal';
import { newServiceEffect, serviceEffect } from '@/lib/framework/service-effect';
import { AddService, ChangeService, type ServiceWords, serviceFields } from '@/lib/framework/service-entry';

const typed = { name: 'Buses', notice: '', place: '1', release: 'release', hours: '', intent: 'effect' };
const problems = (fields: object) =>
  AddService.safeParse({ ...typed, slug: '', ...fields }).error?.issues.map(({ path, message }) => [path[0], message]);

describe('the form of a new service', () => {
  test('an empty address is made of the name', () => {
    expect(AddService.parse({ ...typed, name: ' Children’s  Social Care ', slug: ' ' })).toMatchObject({
      words: { slug: 'childrens-social-care', notice: null, place: 1, release: 'release', quarantineHours: null },
    });
    expect(proposedAddress('Économie & Tourisme (2026)')).toBe('economie-tourisme-2026');
    expect(proposedAddress('—')).toBe('');
  });

  test.each([
    ['no name', { name: ' ' }, 'name', 'Give the service its name.'],
    ['the address of the form itself', { slug: 'new' }, 'slug', /lower-case words/],
    ['an address in capitals', { slug: 'Buses' }, 'slug', /lower-case words/],
    ['a name without a letter', { name: '—' }, 'slug', /lower-case words/],
    ['no way of publishing', { release: '' }, 'release', 'Choose how its editions are published.'],
    ['rolling without hours', { release: 'rolling' }, 'hours', 'Give whole hours from 0 to 8760, such as 24.'],
    ['more hours than a year has', { release: 'rolling', hours: '8761' }, 'hours', /0 to 8760/],
    [
      'a contact with no name',
      { contactPhone: '01632 960 001' },
      'contactName',
      'Name the post or the team that answers.',
    ],
    [
      'a contact without a way',
      { contactName: 'Bus desk' },
      'contactEmail',
      /e-mail address or a telephone number of Bus/,
    ],
    [
      'a contact whose address is none',
      { contactName: 'Bus desk', contactEmail: 'desk' },
      'contactEmail',
      /^Write an e-mail/,
    ],
    ['a telephone number of words', { contactName: 'Bus desk', contactPhone: 'call us' }, 'contactPhone', /in digits/],
    [
      'a telephone number of six digits',
      { contactName: 'Bus desk', contactPhone: '123 456' },
      'contactPhone',
      /in digits/,
    ],
    ['a notice that is a book', { notice: 'x'.repeat(501) }, 'notice', /500 characters/],
  ])('%s is told at its field', (_, fields, field, sentence) => {
    const [[found, message] = []] = problems(fields) ?? [];
    expect(found).toBe(field);
    expect(message).toMatch(sentence);
  });

  test('rolling keeps its hours, and a released service has none', () => {
    expect(AddService.parse({ ...typed, slug: '', release: 'rolling', hours: ' 24 ' }).words.quarantineHours).toBe(24);
    expect(AddService.parse({ ...typed, slug: '', hours: '24' }).words.quarantineHours).toBeNull();
  });

  test('a contact is a name with one way at least; an empty one is none', () => {
    const contact = (fields: object) => AddService.parse({ ...typed, slug: '', ...fields }).words.contact;
    expect(contact({ contactName: ' ', contactEmail: '', contactPhone: '' })).toBeNull();
    expect(contact({ contactName: 'Bus desk', contactPhone: ' +44 (0)1632 960 001 ext 23 ' })).toEqual({
      name: 'Bus desk',
      email: null,
      phone: '+44 (0)1632 960 001 ext 23',
    });
  });

  test('a field that the page does not have is refused', () =>
    expect(ChangeService.safeParse({ ...typed, service: 'buses', was: '{}', slug: 'trams', rank: '1' }).success).toBe(
      false,
    ));
});

test('the code of the next measure follows those that are there, or the words of the address', () => {
  expect(proposedCode('buses', ['bus-01', 'bus-02'], 3)).toBe('bus-03');
  expect(proposedCode('childrens-social-care', ['csc-020'], 21)).toBe('csc-021');
  expect(proposedCode('childrens-social-care', [], 1)).toBe('csc-01');
  expect(proposedCode('buses', [], 1)).toBe('bus-01');
});

const buses: ServiceWords = {
  name: 'Buses',
  slug: 'buses',
  notice: null,
  place: 1,
  release: 'release',
  quarantineHours: null,
  contact: null,
};
const facts = { others: ['Trams'], edition: 3, approved: 2 };

describe('what it would do', () => {
  test('a new service says its address, its place and when the public sees it', () => {
    expect(
      newServiceEffect({ ...buses, name: 'Ferries', slug: 'ferries', place: 2 }, ['Buses', 'Trams']).sentences,
    ).toEqual([
      'Its address is /scorecards/ferries.',
      'On the first page it stands after Buses, at once.',
      'The public sees it with its first edition. Until then nothing of it is shown.',
      'Its editions are published when the performance officer releases an edition.',
      'It has no head yet: an administrator names one, who approves its figures.',
    ]);
  });

  test('nothing changed is no sentence', () => expect(serviceEffect(buses, buses, facts).sentences).toEqual([]));

  test('a new name waits for the next edition, and the editions before keep theirs', () =>
    expect(serviceEffect(buses, { ...buses, name: 'Buses and coaches' }, facts).sentences).toEqual([
      'The next edition is headed “Buses and coaches” instead of “Buses”. Edition 3 and those before it stay as they are. The release calendar and the committees’ pages have the new name at once.',
    ]));

  test('another address says where the old one will lead', () =>
    expect(serviceEffect(buses, { ...buses, slug: 'bus-travel' }, facts).sentences).toEqual([
      '/scorecards/buses will lead to /scorecards/bus-travel, at once and for ever.',
      'So will the addresses of its dates, editions, corrections and feed. No other service can take the old address.',
    ]));

  test('publishing by itself says how many approved readings wait for it', () => {
    const rolling = { ...buses, release: 'rolling', quarantineHours: 24 } as const;
    expect(serviceEffect(buses, rolling, facts).sentences).toEqual([
      'From now on its editions are published on their own, 24 hours after an approval. 2 approved readings wait for it now, and would be published so.',
    ]);
    expect(serviceFields(rolling)).toEqual({
      'the name': 'Buses',
      'the address': 'buses',
      'the notice': '',
      'the place': '1',
      'how it is published': 'on their own, 24 hours after an approval',
      'the contact': '',
    });
  });

  test('a contact is of the present: it stands at once, on earlier editions’ pages too', () => {
    const contact = { name: 'Bus desk', email: 'buses@testshire.example', phone: '01632 960 001' };
    const named = { ...buses, contact };
    expect(serviceEffect(buses, named, facts).sentences).toEqual([
      'At once its pages say, those of earlier editions included: Questions about these figures: Bus desk, buses@testshire.example, 01632 960 001.',
    ]);
    expect(serviceEffect(named, buses, facts).sentences).toEqual([
      'At once its pages name the contact of the council, and no contact of the service any more.',
    ]);
  });

  test('another place says after whom', () =>
    expect(serviceEffect(buses, { ...buses, place: 2 }, facts).sentences).toEqual([
      'On the first page it stands after Trams, at once.',
    ]));
});
