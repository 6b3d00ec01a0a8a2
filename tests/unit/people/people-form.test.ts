import { describe, expect, test } from 'vitest';
import { read } from '@/app/_staff/form-fields';
import {
  Addition,
  Deputising,
  DeputyEnd,
  Details,
  Giving,
  Headship,
  numberIn,
  OnePerson,
  RoleTicks,
} from '@/lib/people/people-form';

const fields = (form: Record<string, string | string[]>) => new Map(Object.entries(form));
const notOurs = 'This form did not arrive as our page made it, so nothing was changed. Load the page again, please.';

describe('the form that adds a person', () => {
  test('a name, an address and no role, one or more', () => {
    const nora = { name: ' Nora Park ', email: 'nora@testshire.example' };
    expect(read(Addition, fields(nora))).toEqual({
      input: { name: 'Nora Park', email: 'nora@testshire.example', roles: [] },
    });
    expect(read(Addition, fields({ ...nora, roles: 'councillor' }))).toMatchObject({
      input: { roles: ['councillor'] },
    });
    expect(read(Addition, fields({ ...nora, roles: ['councillor', 'administrator'] }))).toMatchObject({
      input: { roles: ['councillor', 'administrator'] },
    });
  });

  test('what is missing or no address has a sentence at its field', () => {
    expect(read(Addition, fields({ name: ' ', email: '' }))).toEqual({
      problems: [
        { field: 'name', sentence: 'Give the person’s name, in at most 200 characters.' },
        { field: 'email', sentence: 'Give the e-mail address by which they sign in.' },
      ],
    });
    expect(read(Addition, fields({ name: 'Nora', email: 'nora at home' }))).toEqual({
      problems: [{ field: 'email', sentence: '“nora at home” is not an e-mail address.' }],
    });
    expect(read(Addition, fields({ name: 'n'.repeat(201), email: 'nora@testshire.example' }))).toMatchObject({
      problems: [{ field: 'name' }],
    });
  });

  test('a role that there is not, or a field that the form has not, is refused', () => {
    const nora = { name: 'Nora', email: 'nora@testshire.example' };
    expect(read(Addition, fields({ ...nora, roles: 'king' }))).toMatchObject({ problems: [{ field: 'roles' }] });
    expect(read(Addition, fields({ ...nora, id: '1' }))).toEqual({ problems: [{ field: null, sentence: notOurs }] });
  });
});

describe('the forms about one person', () => {
  test('a person is named by a whole number', () => {
    expect(read(OnePerson, fields({ id: '12' }))).toEqual({ input: { id: 12 } });
    for (const id of ['0', '-1', '1e3', '1.5', 'x', '', '1234567890'])
      expect(read(OnePerson, fields({ id }))).toHaveProperty('problems');
    expect(numberIn('12')).toBe(12);
    for (const part of [undefined, ['1', '2'], '0', 'x', '01']) expect(numberIn(part)).toBeNull();
  });

  test('name and address come with what stood there before', () => {
    const form = { id: '1', name: 'Nora', email: 'n@t.example', seenName: 'Nora P', seenEmail: 'p@t.example' };
    expect(read(Details, fields(form))).toEqual({ input: { ...form, id: 1 } });
  });

  test('roles come as ticks, with those that were held', () => {
    expect(read(RoleTicks, fields({ id: '1', seen: 'administrator,king' }))).toEqual({
      input: { id: 1, role: [], seen: ['administrator'] },
    });
  });
});

describe('the forms about posts', () => {
  test('a head is somebody or nobody', () => {
    expect(read(Headship, fields({ service: 'buses', head: '', seen: '4' }))).toEqual({
      input: { service: 'buses', head: null, seen: 4 },
    });
    expect(read(Headship, fields({ service: 'buses', head: 'x', seen: '' }))).toHaveProperty('problems');
  });

  test('a deputy has two days, typed as people do, in their order', () => {
    const form = { service: 'buses', deputy: '3', fromDay: '1 September 2018', untilDay: '30/9/2018' };
    expect(read(Deputising, fields(form))).toEqual({
      input: { service: 'buses', deputy: 3, fromDay: '2018-09-01', untilDay: '2018-09-30' },
    });
    expect(read(Deputising, fields({ ...form, deputy: '' }))).toEqual({
      problems: [{ field: 'deputy', sentence: 'Choose who stands in for the head.' }],
    });
    expect(read(Deputising, fields({ ...form, untilDay: '31 August 2018' }))).toEqual({
      problems: [{ field: 'untilDay', sentence: 'A deputy’s last day cannot come before the first.' }],
    });
    expect(read(Deputising, fields({ ...form, fromDay: 'soon', untilDay: '' }))).toMatchObject({
      problems: [{ field: 'fromDay' }, { field: 'untilDay', sentence: 'Enter the date.' }],
    });
    expect(read(DeputyEnd, fields({ service: 'buses', deputy: '3', lastDay: '10 Sep 2018' }))).toEqual({
      input: { service: 'buses', deputy: 3, lastDay: '2018-09-10' },
    });
  });

  test('measures are given by their codes, at least one, to somebody', () => {
    const form = { from: '', to: '2', code: 'bus-01' };
    expect(read(Giving, fields(form))).toEqual({ input: { from: null, to: 2, code: ['bus-01'] } });
    expect(read(Giving, fields({ from: '1', to: '2' }))).toEqual({
      problems: [{ field: 'code', sentence: 'Tick at least one measure to give away.' }],
    });
    expect(read(Giving, fields({ ...form, to: '' }))).toMatchObject({
      problems: [{ field: 'to', sentence: 'Choose who gets the measures.' }],
    });
  });
});
