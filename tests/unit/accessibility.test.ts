import { existsSync, readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { AccessibilityPage } from '@/components/accessibility-page';
import { accessibilityPoints } from '@/lib/accessibility-points';

test('the test that each point names exists by file and title, and what holds names one', () => {
  for (const { state, test: named, words } of accessibilityPoints) {
    if (state === 'holds') expect(named, words).not.toBeNull();
    if (!named) continue;
    expect(existsSync(named.file), named.file).toBe(true);
    expect(readFileSync(named.file, 'utf8')).toContain(named.title);
  }
});

test('the statement tells the points and no others', () => {
  const site = { council: 'Testshire', stylesheet: '/s.css', today: null, demonstration: null };
  const contact = { email: null, phone: null, post: null, answerWithin: '10 days' };
  const html = renderToStaticMarkup(
    createElement(AccessibilityPage, { site, contact, prepared: '2026-11-24', tested: '2026-11-24' }),
  );
  const told = [...html.matchAll(/<tr><td>(.*?)<\/td><td>(.*?)<\/td><td>(.*?)<\/td><\/tr>/g)].map((row) =>
    row.slice(1, 4),
  );
  expect(told).toEqual(accessibilityPoints.map(({ criterion, state, words }) => [criterion, state, words]));
});
