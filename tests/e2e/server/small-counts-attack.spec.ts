import { spawnSync } from 'node:child_process';
import { compiled } from '../../../scripts/program/compiled.mjs';
import { expect, test } from '../../support/browser/browser-test';
import { workedOutFrom } from '../../support/disclosure/attack-editions';
import { editionsBy } from '../../support/disclosure/http-view';
import { someLives } from '../../support/disclosure/some-lives';
import { ownServer } from '../../support/server/own-server';

const seed = process.env.CANDOUR_SEED === 'any' ? Date.now() % 1_000_000 : 20181126;

test('nobody who reads every edition of ten services by HTTP can work out a hidden count of people', async ({
  request,
}) => {
  test.setTimeout(300_000);
  const server = await ownServer();
  try {
    const worker = compiled('tests/support/disclosure/lives-worker.ts');
    const options = { env: server.env, encoding: 'utf8', timeout: 120_000 } as const;
    const { stderr, status } = spawnSync(process.execPath, [...worker, String(seed)], options);
    if (status !== 0) throw new Error(`the services were not written: ${stderr}`);
    const read = async (address: string) => {
      const answer = await request.get(`${server.address}${address}`);
      expect(answer.status(), address).toBe(200);
      return answer.text();
    };
    let hidden = 0;
    for (const { slug, life } of someLives(seed)) {
      const pages = await editionsBy(read, slug, life);
      hidden += new Set(
        pages
          .flat()
          .flatMap(({ measure, figures }) =>
            figures.flatMap(({ start, revision, why }) => (why ? [`${measure.code}/${start}/${revision}`] : [])),
          ),
      ).size;
      expect(workedOutFrom(life, pages, new Set()), `${slug} of seed ${seed}`).toEqual({
        untold: [],
        told: [],
        undecided: [],
      });
    }
    expect(hidden).toBeGreaterThan(10);
    console.log(`Ten services by HTTP: ${hidden} figures of which something is hidden, none of them worked out`);
  } finally {
    await server.stop();
  }
});
