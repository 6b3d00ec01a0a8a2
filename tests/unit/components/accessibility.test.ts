import { readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { AccessibilityPage } from '@/components/frame/accessibility-page';
import { accessibilityChecks, accessibilityPoints, accessibilityPromises } from '@/lib/accessibility/known-points';

test.each([...accessibilityPromises.map(({ test: named }) => named), accessibilityChecks])(
  '“$title” is a test of $file',
  ({ file, title }) => {
    // The title itself, not a word about it somewhere in the file.
    const titles = [...readFileSync(file, 'utf8').matchAll(/\btest\(\s*(['"`])(.*?)\1,/g)].map(([, , named]) => named);
    expect(titles.filter((named) => named?.includes(title)).length).toBeGreaterThan(0);
  },
);

test('the statement makes those promises and tells those points, and no others', () => {
  const site = { council: 'Testshire', stylesheet: '/s.css', today: null, demonstration: null };
  const contact = { email: null, phone: null, post: null, answerWithin: '10 days' };
  const html = renderToStaticMarkup(
    createElement(AccessibilityPage, { site, contact, prepared: '2026-11-24', tested: '2026-11-24' }),
  );
  const promised = [...(html.split('<footer')[0] ?? '').matchAll(/<li>(.*?)<\/li>/g)].map(([, words]) =>
    words?.replace(/<small>.*/, ''),
  );
  expect(promised).toEqual(accessibilityPromises.map(({ words }) => words));
  const shown = [...html.matchAll(/<tr><td>(.*?)<\/td><td>(.*?)<\/td><td>(.*?)<\/td><\/tr>/g)].map((row) =>
    row.slice(1, 4),
  );
  expect(shown).toEqual(accessibilityPoints.map(({ criterion, state, words }) => [criterion, state, words]));
});
