import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paperAnswer } from '@/app/_public/files/paper-file';
import { PapersBusy } from '@/app/_server/papers';

const council = {
  name: 'Testshire',
  contact: 'a@b.example',
  demonstration: null,
  areaCode: null,
  licence: null,
  language: null,
};
const named = { name: 'buses-edition-2.pdf', kind: 'pdf' as const, council };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a paper that is made is sent under its name', async () => {
  const answer = await paperAnswer(named, Promise.resolve(Buffer.from('%PDF-1.7')));
  expect(answer).toMatchObject({
    body: Buffer.from('%PDF-1.7'),
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'attachment; filename="buses-edition-2.pdf"',
    },
  });
});

test.each([
  ['one that takes longer than two seconds', () => new Promise<Buffer>(() => {})],
  ['one that has to wait for others', () => Promise.reject(new PapersBusy('too many papers are being made'))],
])('%s: a page says without script that it is being made, and when to come again', async (_, making) => {
  const answering = paperAnswer(named, making());
  await vi.advanceTimersByTimeAsync(2_000);
  const answer = await answering;
  if (!(answer instanceof Response)) throw new Error('the paper was sent');
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  const page = await answer.text();
  expect(page).toContain('This paper is being made');
  expect(page).toContain('<a href="">Try again</a>');
  expect(page).not.toContain('<script');
});

test('a fault while it is made stays one', async () => {
  await expect(paperAnswer(named, Promise.reject(new Error('no font')))).rejects.toThrow('no font');
});
