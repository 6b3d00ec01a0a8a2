import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fieldsOf, keyIn, notOurs, read, sendingOf, typedIn } from '@/app/_staff/form-fields';
import { missing, together, unless } from '@/lib/form/fields-together';

const schema = z.strictObject({
  comments: z.string().max(20, 'Write at most 20 characters.'),
  version: z.coerce.number().int().optional(),
  chosen: z.array(z.string()).default([]),
});

function form(...entries: [string, string | Blob][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

const parsed = (...entries: [string, string][]) => read(schema, fieldsOf(form(...entries)) ?? new Map());
const refused = { problems: [{ field: null, sentence: notOurs }] };

describe('a form', () => {
  test('says what its schema knows; the framework’s own fields and the key are not part of it', () => {
    const result = parsed(
      ['$ACTION_REF_1', ''],
      ['$ACTION_1:0', '{}'],
      ['key', 'k'.repeat(16)],
      ['comments', 'fine'],
      ['version', '3'],
    );
    expect(result).toEqual({ input: { comments: 'fine', version: 3, chosen: [] } });
  });

  test('a list may come once or more often, a scalar only once', () => {
    expect(parsed(['comments', ''], ['chosen', 'a'])).toMatchObject({ input: { chosen: ['a'] } });
    expect(parsed(['comments', ''], ['chosen', 'a'], ['chosen', 'b'])).toMatchObject({ input: { chosen: ['a', 'b'] } });
    expect(parsed(['comments', 'a'], ['comments', 'b'])).toEqual(refused);
  });

  test.each([
    'role',
    'state',
    'approvedBy',
    'approved_by',
    'serviceId',
    'id',
    'authors',
    'createdAt',
    'publishedAt',
    'who',
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    '__proto__[admin]',
    'comments[]',
    ' comments',
  ])('a field more, %s, is refused', (name) => {
    expect(parsed(['comments', 'fine'], [name, 'administrator'])).toEqual(refused);
    expect(({} as Record<string, unknown>).administrator).toBeUndefined();
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('admin');
  });

  test('a field less is refused, a wrong one gets its sentence', () => {
    expect(parsed()).toEqual(refused);
    expect(parsed(['comments', 'much more than twenty characters'])).toEqual({
      problems: [{ field: 'comments', sentence: 'Write at most 20 characters.' }],
    });
  });

  test('what is no form, a file, or beyond all measure is none of ours', () => {
    for (const odd of [
      null,
      undefined,
      'comments=a',
      { comments: 'a' },
      [['comments', 'a']],
      new Map([['comments', 'a']]),
    ])
      expect(fieldsOf(odd)).toBeNull();
    expect(fieldsOf(form(['comments', new Blob(['a'])]))).toBeNull();
    expect(fieldsOf(form(['comments', 'a'.repeat(300_001)]))).toBeNull();
    expect(fieldsOf(form(...Array.from({ length: 501 }, (_, n): [string, string] => [`f${n}`, ''])))).toBeNull();
  });

  test('everything typed is handed back, but no password', () => {
    const typed = typedIn(
      fieldsOf(form(['comments', 'a'], ['chosen', '1'], ['chosen', '2'], ['new-password', 'secret'], ['key', 'k'])) ??
        new Map(),
    );
    expect(typed).toEqual({ comments: 'a', chosen: '1\n2' });
  });

  test('pressed twice it is one sending; gone back to and changed it is another', () => {
    const sending = (key: string, comments: string) =>
      sendingOf(fieldsOf(form(['key', key], ['comments', comments])) ?? new Map());
    const key = 'k'.repeat(20);
    expect(sending(key, 'a')).toBe(sending(key, 'a'));
    expect(sending(key, 'a')).not.toBe(sending(key, 'b'));
    expect(sending(key, 'a')).not.toBe(sending('l'.repeat(20), 'a'));
    for (const odd of ['short', 'k'.repeat(65), '<b>kkkkkkkkkkkkkkkkk']) {
      expect(keyIn(new Map([['key', odd]]))).toBeUndefined();
      expect(sending(odd, 'a')).toBeUndefined();
    }
  });
});

describe('fields that are judged together', () => {
  const judged = z
    .strictObject({ name: z.string().max(5, 'Write at most 5 letters.'), reasons: z.array(z.string()).default([]) })
    .transform(
      together(({ name, reasons }) =>
        unless(
          reasons.flatMap((words, index) => missing(`reason${index + 1}`, words, `Say why, ${name}.`)),
          { name, said: reasons.length },
        ),
      ),
    );
  const sent = (...entries: [string, string][]) => read(judged, fieldsOf(form(...entries)) ?? new Map());

  test('each has its problem at its own field, in order; a list that comes once is a list', () => {
    expect(sent(['name', 'Olive'], ['reasons', ' '])).toEqual({
      problems: [{ field: 'reason1', sentence: 'Say why, Olive.' }],
    });
    expect(sent(['name', 'Olive'], ['reasons', ''], ['reasons', 'Late.'], ['reasons', ''])).toEqual({
      problems: [
        { field: 'reason1', sentence: 'Say why, Olive.' },
        { field: 'reason3', sentence: 'Say why, Olive.' },
      ],
    });
    expect(sent(['name', 'Olive'], ['reasons', 'Late.'])).toEqual({ input: { name: 'Olive', said: 1 } });
  });

  test('only where each by itself is as it should be; a field that no schema knows is refused', () => {
    expect(sent(['name', 'Oliver'], ['reasons', ''])).toEqual({
      problems: [{ field: 'name', sentence: 'Write at most 5 letters.' }],
    });
    expect(sent(['name', 'Olive'], ['role', 'administrator'])).toEqual(refused);
  });
});
