import { readdirSync } from 'node:fs';
import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { expect, heldBack, test } from '../../support/browser/browser-test';
import { arrive, type DemoName, demoNames, fieldsOfForm, forge } from '../../support/browser/signed-in';
import { ownServer } from '../../support/server/own-server';

type Actor = DemoName | 'nobody';
const actors: Actor[] = ['nobody', ...demoNames];
/** Who is served at an address; everybody else finds nothing there, and nobody signed in is led to sign in. */
type Expected = { address: string; served: Actor[] | 'everybody' };

const childrens: Actor[] = ['Olive', 'Hana', 'Dev', 'Ada'];
const staff: Actor[] = [...demoNames];
const reading = '/readings/csc-02/2018-07-01';

/** Every address of the application; one that is not here fails the test. */
const table: Record<string, Expected> = {
  '/': { address: '/', served: 'everybody' },
  '/accessibility': { address: '/accessibility', served: 'everybody' },
  '/calendar': { address: '/calendar', served: 'everybody' },
  '/glossary': { address: '/glossary', served: 'everybody' },
  '/how-to-read': { address: '/how-to-read', served: 'everybody' },
  '/committees': { address: '/committees', served: 'everybody' },
  '/search': { address: '/search?q=foster', served: 'everybody' },
  '/committees/[committee]': { address: '/committees/family-and-childrens-services', served: 'everybody' },
  '/committees/[committee]/paper.pdf': {
    address: '/committees/family-and-childrens-services/paper.pdf',
    served: 'everybody',
  },
  '/committees/[committee]/paper.docx': {
    address: '/committees/family-and-childrens-services/paper.docx',
    served: 'everybody',
  },
  '/measures/[code]': { address: '/measures/csc-02', served: 'everybody' },
  '/measures/[code]/[file]': { address: '/measures/csc-02/data.csv', served: 'everybody' },
  '/measures/[code]/embed': { address: '/measures/csc-02/embed', served: 'everybody' },
  '/themes': { address: '/themes', served: 'everybody' },
  '/data': { address: '/data', served: 'everybody' },
  '/data/columns': { address: '/data/columns', served: 'everybody' },
  '/data/[file]': { address: '/data/scorecards.csv', served: 'everybody' },
  '/api/v1': { address: '/api/v1', served: 'everybody' },
  '/api/v1/openapi.json': { address: '/api/v1/openapi.json', served: 'everybody' },
  '/api/v1/services': { address: '/api/v1/services', served: 'everybody' },
  '/api/v1/services/[service]': { address: '/api/v1/services/childrens-social-care', served: 'everybody' },
  '/api/v1/services/[service]/editions': {
    address: '/api/v1/services/childrens-social-care/editions',
    served: 'everybody',
  },
  '/api/v1/services/[service]/editions/[number]': {
    address: '/api/v1/services/childrens-social-care/editions/1',
    served: 'everybody',
  },
  '/api/v1/services/[service]/editions/[number]/measures': {
    address: '/api/v1/services/childrens-social-care/editions/1/measures',
    served: 'everybody',
  },
  '/api/v1/services/[service]/editions/[number]/measures/[code]/readings': {
    address: '/api/v1/services/childrens-social-care/editions/1/measures/csc-02/readings',
    served: 'everybody',
  },
  '/api/v1/measures': { address: '/api/v1/measures', served: 'everybody' },
  '/api/v1/measures/[code]': { address: '/api/v1/measures/csc-02', served: 'everybody' },
  '/api/v1/measures/[code]/readings': { address: '/api/v1/measures/csc-02/readings', served: 'everybody' },
  '/robots.txt': { address: '/robots.txt', served: 'everybody' },
  '/sitemap.xml': { address: '/sitemap.xml', served: 'everybody' },
  '/llms.txt': { address: '/llms.txt', served: 'everybody' },
  '/measures/[code]/working': { address: '/measures/csc-02/working', served: childrens },
  '/scorecards/[service]/reds': { address: '/scorecards/childrens-social-care/reds', served: 'everybody' },
  '/scorecards/[service]/retired': { address: '/scorecards/childrens-social-care/retired', served: 'everybody' },
  '/scorecards/[service]': { address: '/scorecards/childrens-social-care', served: 'everybody' },
  '/scorecards/[service]/[date]': { address: '/scorecards/childrens-social-care/2018-08-17', served: 'everybody' },
  '/scorecards/[service]/editions': { address: '/scorecards/childrens-social-care/editions', served: 'everybody' },
  '/scorecards/[service]/editions/[number]': {
    address: '/scorecards/childrens-social-care/editions/1',
    served: 'everybody',
  },
  '/scorecards/[service]/editions/[number]/[file]': {
    address: '/scorecards/childrens-social-care/editions/1/canonical.json',
    served: 'everybody',
  },
  '/scorecards/[service]/editions/[number]/paper.pdf': {
    address: '/scorecards/childrens-social-care/editions/1/paper.pdf',
    served: 'everybody',
  },
  '/scorecards/[service]/editions/[number]/paper.docx': {
    address: '/scorecards/childrens-social-care/editions/1/paper.docx',
    served: 'everybody',
  },
  // Lead on to the paper of an edition, of a day that has one: papers.spec.ts says so.
  '/scorecards/[service]/[date]/paper.pdf': {
    address: '/scorecards/childrens-social-care/2018-08-16/paper.pdf',
    served: [],
  },
  '/scorecards/[service]/[date]/paper.docx': {
    address: '/scorecards/childrens-social-care/2018-08-16/paper.docx',
    served: [],
  },
  '/scorecards/[service]/changes': { address: '/scorecards/childrens-social-care/changes', served: [] },
  '/scorecards/[service]/revisions': { address: '/scorecards/childrens-social-care/revisions', served: 'everybody' },
  '/scorecards/[service]/feed.xml': { address: '/scorecards/childrens-social-care/feed.xml', served: 'everybody' },
  '/readyz': { address: '/readyz', served: 'everybody' },
  '/feed.xml': { address: '/feed.xml', served: 'everybody' },
  // Served where a setting asks for it: proofread.spec.ts says how.
  '/proofread': { address: '/proofread', served: [] },
  '/api/proofread': { address: '/api/proofread', served: [] },
  '/[...address]': { address: '/nowhere', served: [] },
  '/trouble/out-of-date': { address: '/trouble/out-of-date', served: [] },
  '/trouble/[kind]': { address: '/trouble/not-found', served: [] },
  '/api/auth/[...nextauth]': { address: '/api/auth/nowhere', served: [] },
  // Served in development and where a setting asks for it.
  '/specimen': { address: '/specimen', served: [] },
  '/sign-in': { address: '/sign-in', served: ['nobody'] },
  '/invitation/[token]': { address: '/invitation/none', served: [] },
  '/set-up/[token]': { address: '/set-up/none', served: [] },
  '/first-steps': { address: '/first-steps', served: ['Ada'] },
  '/account': { address: '/account', served: staff },
  '/overview': { address: '/overview', served: staff },
  '/services/[service]': { address: '/services/childrens-social-care', served: staff },
  '/services/[service]/history-from-elsewhere': {
    address: '/services/childrens-social-care/history-from-elsewhere',
    served: childrens,
  },
  '/services/[service]/small-counts': { address: '/services/childrens-social-care/small-counts', served: childrens },
  '/work': { address: '/work', served: staff },
  '/work/readings': { address: '/work/readings', served: staff },
  '/readings/[code]/[period]': { address: reading, served: childrens },
  '/readings/[code]/[period]/check': { address: `${reading}/check`, served: childrens },
  '/readings/[code]/[period]/history': { address: `${reading}/history`, served: childrens },
  // Only sent to, by the page's script: kept-typing.spec.ts says by whom.
  '/readings/[code]/[period]/typing': { address: `${reading}/typing`, served: [] },
  '/reviews': { address: '/reviews', served: staff },
  '/reviews/[id]': { address: '/reviews/READING', served: ['Hana', 'Dev'] },
  '/releases': { address: '/releases', served: ['Ada'] },
  '/releases/[service]': { address: '/releases/childrens-social-care', served: ['Ada'] },
  '/releases/[service]/withdraw': { address: '/releases/childrens-social-care/withdraw', served: ['Ada'] },
  '/early/[id]': { address: '/early/RELEASE', served: ['Cal'] },
  '/settings/measures/[code]/comparators': { address: '/settings/measures/csc-02/comparators', served: ['Ada'] },
  '/settings': { address: '/settings', served: ['Ada'] },
  '/settings/council': { address: '/settings/council', served: ['Ada'] },
  '/settings/bring-in': { address: '/settings/bring-in', served: ['Ada'] },
  '/settings/bring-in/[id]': { address: '/settings/bring-in/FILE', served: ['Ada'] },
  '/work/bring-in': { address: '/work/bring-in', served: ['Olive', 'Otis'] },
  '/work/bring-in/[id]': { address: '/work/bring-in/OWN-FILE', served: ['Olive'] },
  // Only sent to: bring-in.spec.ts says by whom.
  '/api/bring-in': { address: '/api/bring-in', served: [] },
  // Only sent to, by systems: sending-system.ts says by whom.
  '/api/submission/v1/readings': { address: '/api/submission/v1/readings', served: [] },
  '/api/submission/v1/openapi.json': { address: '/api/submission/v1/openapi.json', served: 'everybody' },
  '/settings/systems': { address: '/settings/systems', served: ['Ada'] },
  '/settings/systems/new': { address: '/settings/systems/new', served: ['Ada'] },
  '/settings/systems/[id]': { address: '/settings/systems/SYSTEM', served: ['Ada'] },
  '/settings/people': { address: '/settings/people', served: ['Ada'] },
  '/settings/people/new': { address: '/settings/people/new', served: ['Ada'] },
  '/settings/people/give': { address: '/settings/people/give?from=1&to=2', served: ['Ada'] },
  '/settings/people/posts': { address: '/settings/people/posts', served: ['Ada'] },
  '/settings/people/posts/[service]': { address: '/settings/people/posts/childrens-social-care', served: ['Ada'] },
  '/settings/people/sign-ins': { address: '/settings/people/sign-ins', served: ['Ada'] },
  '/settings/people/[id]': { address: '/settings/people/1', served: ['Ada'] },
  '/settings/people/[id]/leave': { address: '/settings/people/1/leave', served: ['Ada'] },
  '/settings/services': { address: '/settings/services', served: ['Ada'] },
  '/settings/services/new': { address: '/settings/services/new', served: ['Ada'] },
  '/settings/services/[slug]/checks': {
    address: '/settings/services/highways-and-transport/checks',
    served: ['Ada'],
  },
  '/settings/services/[slug]': { address: '/settings/services/highways-and-transport', served: ['Ada'] },
  '/settings/services/[slug]/small-counts': {
    address: '/settings/services/highways-and-transport/small-counts',
    served: ['Ada'],
  },
  '/settings/measures': { address: '/settings/measures', served: ['Ada'] },
  '/settings/measures/new': {
    address: '/settings/measures/new?service=highways-and-transport',
    served: ['Ada'],
  },
  '/settings/measures/order': {
    address: '/settings/measures/order?service=highways-and-transport',
    served: ['Ada'],
  },
  '/settings/measures/[code]': { address: '/settings/measures/csc-02', served: ['Ada'] },
  '/settings/measures/[code]/change': { address: '/settings/measures/csc-02/change', served: ['Ada'] },
  '/settings/measures/[code]/target': { address: '/settings/measures/csc-02/target', served: ['Ada'] },
  '/settings/measures/[code]/theme': { address: '/settings/measures/csc-02/theme', served: ['Ada'] },
  '/settings/measures/[code]/small-counts': { address: '/settings/measures/csc-02/small-counts', served: ['Ada'] },
  '/settings/measures/[code]/outturn': { address: '/settings/measures/csc-02/outturn', served: ['Ada'] },
  '/settings/committees': { address: '/settings/committees', served: ['Ada'] },
  '/settings/committees/new': { address: '/settings/committees/new', served: ['Ada'] },
  '/settings/committees/[committee]': { address: '/settings/committees/roads-and-travel', served: ['Ada'] },
  '/settings/committees/[committee]/change': {
    address: '/settings/committees/roads-and-travel/change',
    served: ['Ada'],
  },
  '/settings/committees/[committee]/meetings': {
    address: '/settings/committees/roads-and-travel/meetings',
    served: ['Ada'],
  },
  '/settings/committees/[committee]/meetings/[day]': {
    address: '/settings/committees/roads-and-travel/meetings/2018-09-18',
    served: ['Ada'],
  },
  '/settings/calendar': { address: '/settings/calendar', served: ['Ada'] },
  '/settings/calendar/new': { address: '/settings/calendar/new', served: ['Ada'] },
  '/settings/glossary': { address: '/settings/glossary', served: ['Ada'] },
  '/settings/glossary/new': { address: '/settings/glossary/new', served: ['Ada'] },
  '/settings/glossary/[id]': { address: '/settings/glossary/1', served: ['Ada'] },
  '/settings/year-end': { address: '/settings/year-end', served: ['Ada'] },
  '/settings/year-end/[service]': { address: '/settings/year-end/childrens-social-care', served: ['Ada'] },
  '/settings/year-end/[service]/check': {
    address: '/settings/year-end/childrens-social-care/check?code=csc-02',
    served: ['Ada'],
  },
  '/settings/bring-in/out/[file]': { address: '/settings/bring-in/out/workbook.xlsx', served: ['Ada'] },
  '/settings/bring-in/templates/[file]': { address: '/settings/bring-in/templates/empty.xlsx', served: ['Ada'] },
  '/work/bring-in/out/[file]': {
    address: '/work/bring-in/out/readings.csv?service=childrens-social-care',
    served: ['Olive', 'Hana', 'Dev'],
  },
  '/work/bring-in/templates/[file]': {
    address: '/work/bring-in/templates/due.xlsx?service=childrens-social-care',
    served: ['Olive', 'Hana', 'Dev'],
  },
  '/history': { address: '/history', served: staff },
  '/history/council': { address: '/history/council', served: ['Ada'] },
  '/history/council/history.csv': { address: '/history/council/history.csv', served: ['Ada'] },
  '/history/measures/[code]/history.csv': { address: '/history/measures/csc-02/history.csv', served: childrens },
  '/history/services/[slug]/history.csv': {
    address: '/history/services/childrens-social-care/history.csv',
    served: childrens,
  },
  '/history/measures/[code]': { address: '/history/measures/csc-02', served: childrens },
  '/history/services/[slug]': { address: '/history/services/childrens-social-care', served: childrens },
};

const addresses = () =>
  readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)(page\.tsx|route\.tsx?)$/.test(file))
    .map((file) => `/${file.replace(/(^|\/)(page\.tsx|route\.tsx?)$/, '').replace(/\([^)]*\)\/?/g, '')}`);

test('the table knows every address that there is', () => {
  expect(addresses().sort()).toEqual(Object.keys(table).sort());
});

test.describe('on a server of its own', () => {
  test.setTimeout(600_000);
  test.beforeEach(({ expectTrouble }) => {
    expectTrouble(/404/);
    expectTrouble(heldBack);
  });

  test(`${Object.keys(table).length} addresses × ${actors.length} actors: served, led to sign in, or nothing found`, async ({
    browser,
    request,
  }) => {
    // Whether something is shown is asked here, not how soon: some papers are made when they are asked for.
    const server = await ownServer(() => ({ CANDOUR_PATIENCE: '60' }));
    try {
      const { pages, as } = await everybody(browser, request, server.address);
      await write(pages.Olive);
      await submit(pages.Olive);
      const [row] = await server.sql`select id from readings where state = 'submitted'`;
      const review = `/reviews/${row?.id}`;
      const early = await announcedFor(server.sql, 'cal@candour.example');
      const made: Record<string, string> = {
        '/reviews/READING': review,
        '/early/RELEASE': early,
        '/settings/systems/SYSTEM': `/settings/systems/${await systemOf(server.sql, 'cal@candour.example')}`,
        '/settings/bring-in/FILE': `/settings/bring-in/${await fileOf(server.sql, 'council', 'ada@candour.example')}`,
        '/work/bring-in/OWN-FILE': `/work/bring-in/${await fileOf(server.sql, 'own', 'olive@candour.example')}`,
      };
      for (const [pattern, { address, served }] of Object.entries(table)) {
        const path = made[address] ?? address;
        const isPublic = served === 'everybody' || pattern === '/[...address]';
        const look = async (actor: (typeof actors)[number]) => {
          const answer = await as(actor).get(`${server.address}${path}`, { maxRedirects: 0 });
          const place = `${pattern} as ${actor}`;
          const { 'set-cookie': set, 'cache-control': kept = '' } = answer.headers();
          expect(set !== undefined && kept.includes('public'), `${place}: a cookie in a page that others may get`).toBe(
            false,
          );
          if (served === 'everybody' || served.includes(actor)) expect(answer.status(), place).toBe(200);
          else if (pattern === '/sign-in') {
            expect(answer.status(), place).toBe(307);
            expect(answer.headers().location, place).toBe(actor === 'Cal' ? '/overview' : '/work');
          } else if (actor === 'nobody' && served.length > 0) {
            expect(answer.status(), place).toBe(307);
            expect(answer.headers().location, place).toMatch(/^\/sign-in\?then=/);
          } else if (answer.status() === 307) {
            // A page cannot answer 404 without a script: it leads to an address that can.
            expect(answer.headers().location, place).toMatch(
              /^\/trouble\/(not-found|invitation-over|set-up-over)\?at=/,
            );
            const end = await as(actor).get(new URL(answer.headers().location as string, server.address).href);
            expect(end.status(), place).toBe(404);
            expect(await end.text(), place).toMatch(
              /<h1>(Page not found|This invitation is over|Nothing to set up here)<\/h1>/,
            );
          } else expect([404, 400, 405, 409], place).toContain(answer.status());
          if (!isPublic) expect(answer.headers()['cache-control'], place).toMatch(/no-store/);
        };
        // Costly public pages are answered so many times at once, and no more.
        if (isPublic) for (const actor of actors) await look(actor);
        else await Promise.all(actors.map(look));
      }
      // What is another service's and what is not there at all answer alike, to the last byte of what is read.
      const alike = [
        reading,
        '/readings/nope-02/2018-07-01',
        review,
        '/reviews/999999',
        early,
        '/early/999999',
        '/releases/highways-and-transport',
      ];
      const texts = new Set<string>();
      for (const path of alike) {
        await pages.Otis.goto(path);
        texts.add((await pages.Otis.locator('main').textContent()) ?? '');
      }
      expect([...texts]).toHaveLength(1);
    } finally {
      await server.stop();
    }
  });

  test('every step’s form sent by everybody who may not: nothing changes; sent by who may: it is done', async ({
    browser,
    request,
  }) => {
    const server = await ownServer();
    try {
      const { pages, as } = await everybody(browser, request, server.address);
      const state = async () => {
        const [row] = await server.sql`
          select state, version, (select count(*)::int from editions) as editions from readings
          where measure_id = (select id from measures where code = 'csc-02') and period_start = '2018-07-01'`;
        return row ? `${row.state} ${row.version}, ${row.editions} editions` : 'none';
      };
      /** Sends the form of a step, taken from the page of one who may, as each who may not, and then as who may. */
      const step = async (may: Actor[], path: string, button: RegExp, typed: Record<string, string>, then: string) => {
        const allowed = may[0] as DemoName;
        await pages[allowed].goto(path);
        const fields = { ...(await fieldsOfForm(pages[allowed], button)), ...typed };
        const send = (actor: Actor) => forge(as(actor), server.address, path, { ...fields, key: crypto.randomUUID() });
        const before = await state();
        for (const actor of actors.filter((actor) => !may.includes(actor))) {
          const answer = await send(actor);
          expect(answer.status(), `${actor} forges ${button}`).toBeLessThan(500);
          expect(await state(), `${actor} forges ${button}`).toBe(before);
        }
        const answer = await send(allowed);
        expect(answer.status(), `${allowed} sends ${button}`).toBe(303);
        expect(await state(), `${allowed} sends ${button}`).toBe(then);
      };

      const content = {
        numerator: '220',
        denominator: '267',
        comments: 'More new carers were approved in July.',
        intent: 'save',
      };
      // What Olive has typed and not saved can be thrown away by nobody else, whoever sends her form.
      await server.sql`insert into unsaved_typing
        select p.id, m.id, '2018-07-01', '{"comments": "Not saved"}', now() from people p, measures m
        where p.email = 'olive@candour.example' and m.code = 'csc-02'`;
      const unsaved = async () => (await server.sql`select 1 from unsaved_typing`).length;
      await pages.Olive.goto(reading);
      const away = await fieldsOfForm(pages.Olive, /Throw it away/);
      for (const actor of actors.filter((actor) => actor !== 'Olive')) {
        await forge(as(actor), server.address, reading, away);
        expect(await unsaved(), `${actor} throws away`).toBe(1);
      }
      expect((await forge(as('Olive'), server.address, reading, away)).status()).toBe(303);
      expect(await unsaved()).toBe(0);

      await step(['Olive'], reading, /Save draft/, content, 'draft 1, 2 editions');
      await step(['Olive'], `${reading}/check`, /^Submit/, {}, 'submitted 1, 2 editions');
      await step(['Olive'], reading, /^Withdraw/, {}, 'draft 1, 2 editions');
      await step(['Olive'], `${reading}/check`, /^Submit/, {}, 'submitted 1, 2 editions');
      const [row] = await server.sql`select id from readings where state = 'submitted'`;
      const review = `/reviews/${row?.id}`;
      const reason = { reason: 'Say more.', suggested: 'More carers came.' };
      await step(['Hana', 'Dev'], review, /Return to its owner/, reason, 'returned 1, 2 editions');
      await step(['Olive'], reading, /Use this wording/, {}, 'returned 2, 2 editions');
      await step(['Olive'], `${reading}/check`, /^Submit/, {}, 'submitted 2, 2 editions');
      // The words are Hana's now, so that she is one who may not.
      await step(['Dev'], review, /^Approve/, {}, 'approved 2, 2 editions');
      const release = '/releases/childrens-social-care';
      await pages.Ada.goto(release);
      await step(['Ada'], release, /^Publish edition/, {}, 'published 2, 3 editions');
      await step(['Olive'], reading, /Begin a correction/, {}, 'published 2, 3 editions');
      expect((await server.sql`select count(*)::int as n from readings where revision = 1`)[0]?.n).toBe(1);
    } finally {
      await server.stop();
    }
  });
});

/** Everybody of the demonstration, signed in without JavaScript, so that their forms are what a browser would send. */
async function everybody(browser: Browser, visitor: APIRequestContext, address: string) {
  const pages = {} as Record<DemoName, Page>;
  for (const name of demoNames) pages[name] = await arrive(browser, address, name, { javaScriptEnabled: false });
  const as = (actor: Actor): APIRequestContext => (actor === 'nobody' ? visitor : pages[actor].request);
  return { pages, as };
}

/** Announces the next edition of highways past all our rules, for one early reader; answers where they read it. */
async function announcedFor(sql: Awaited<ReturnType<typeof ownServer>>['sql'], email: string): Promise<string> {
  const [row] = await sql`
    insert into announcements (service_id, number, as_at, due_at, included, seen, acknowledged, announced_by, announced_at)
    select s.id, 2, '2018-08-17', '2018-09-01T08:30:00Z', '{}', repeat('0', 64), '[]', p.id, '2018-08-17T00:00:00Z'
    from services s, people p where s.slug = 'highways-and-transport' and p.email = ${email} returning id`;
  await sql`insert into pre_release_readers select ${row?.id}, id, '2018-08-16T00:00:00Z' from people where email = ${email}`;
  return `/early/${row?.id}`;
}

/** A system for which somebody answers, without a token that opens anything; answers its number. */
async function systemOf(sql: Awaited<ReturnType<typeof ownServer>>['sql'], email: string) {
  const [row] = await sql`
    insert into systems (name, token_start, responsible_id, made_by, made_at, until_day)
    select 'Finance system', 'abcd', id, id, now(), '2019-03-31' from people where email = ${email} returning id`;
  return row?.id as number;
}

/** A file that somebody has brought and stopped; answers its number. */
async function fileOf(sql: Awaited<ReturnType<typeof ownServer>>['sql'], scope: string, email: string) {
  const [row] = await sql`
    insert into imports (person_id, scope, file_name, size, sha256, kind, state, sentence, at, beat_at, ended_at)
    select id, ${scope}, 'Q1.xlsx', 1, repeat('0', 64), 'workbook', 'stopped', 'It was stopped.', now(), now(), now()
    from people where email = ${email} returning id`;
  return row?.id as number;
}

async function write(olive: Page) {
  await olive.goto(reading);
  await olive.locator('input[name=numerator]').fill('220');
  await olive.locator('input[name=denominator]').fill('267');
  await olive.locator('textarea[name=comments]').fill('More new carers were approved in July.');
  await olive.getByRole('button', { name: 'Check answers' }).click();
  await expect(olive).toHaveURL(/\/check$/);
}

async function submit(olive: Page) {
  await olive.getByRole('button', { name: /^Submit/ }).click();
  await expect(olive).toHaveURL(/\/work/);
}
