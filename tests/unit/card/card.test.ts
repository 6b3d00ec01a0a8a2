import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { measureCard, scorecardAlternative, scorecardCard } from '@/lib/card/card';
import { awkwardTexts } from '../../support/paper/awkward-texts';
import { hiddenRow, paperRow, paperSourceOf, redRow } from '../../support/paper/paper-council';
import { testCardMaker } from '../../support/paper/test-typeset';

const { head, council } = paperSourceOf([]);
const whose = { head, council };
const draw = testCardMaker();

describe('a card', () => {
  test('of an edition has its headline and its counts, and says the same to whoever cannot see it', () => {
    const rows = [redRow(1), paperRow(2), hiddenRow(3)];
    expect(scorecardCard(whose, rows)).toEqual({
      eyebrow: 'Buses',
      title: 'One of three rated measures misses its target; one is getting worse',
      figure: null,
      signs: [
        { sign: 'red', tone: 'red', text: '1 Red' },
        { sign: 'green', tone: 'green', text: '2 Green' },
        { sign: 'worsening', tone: 'red', text: '1 worsening' },
        { sign: 'improving', tone: 'green', text: '2 improving' },
      ],
      foot: 'Testshire · edition 2, as at 17 August 2018',
    });
    expect(scorecardAlternative(head, rows)).toBe(
      'Buses: One of three rated measures misses its target; one is getting worse. 3 measures: 2 Green, 1 Red.',
    );
  });

  test('of a measure has its figure, its target, its colour and its direction', () => {
    const card = measureCard(whose, redRow(1));
    expect(card.figure).toEqual({ text: '84%', beside: 'Jul 2018 · [p] provisional · target at least 90%' });
    expect(card.signs.map(({ text }) => text)).toEqual(['Red', 'Worsening']);
  });

  test('of a judged colour says that it is judged; of a demonstration, that it is one', () => {
    const judged = { colour: 'amber', reason: 'x', by: 'head of service' } as const;
    const row = redRow(1, { rag: { ...redRow(1).rag, judged } });
    const demonstration = { head, council: { name: 'Testshire', demonstration: 'Invented.' } };
    expect(measureCard(demonstration, row)).toMatchObject({
      signs: [{ sign: 'amber', text: 'Judged Amber' }, {}],
      foot: 'Demonstration · Testshire · edition 2, as at 17 August 2018',
    });
  });

  test('hides what the edition hides', () => {
    const card = measureCard(whose, hiddenRow(3));
    expect(card.figure?.text).toBe('[c] hidden');
    expect(JSON.stringify(card)).not.toMatch(/8[028]%|91%/);
  });
});

describe('its picture', () => {
  test('is a PNG of 1200 × 630 with ink on white', async () => {
    const bytes = await draw(measureCard(whose, redRow(1)));
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    const { channels } = await sharp(bytes).greyscale().stats();
    expect(channels[0]?.min).toBeLessThan(40);
    expect(channels[0]?.mean).toBeGreaterThan(200);
    expect(bytes.length).toBeLessThan(100_000);
  });

  test('takes no text for anything but text, and has room for long ones', async () => {
    for (const title of [...awkwardTexts, 'y'.repeat(400), 'Long words. '.repeat(60)]) {
      const bytes = await draw(measureCard(whose, redRow(1, { title })));
      expect((await sharp(bytes).metadata()).width, title).toBe(1200);
    }
  });
});
