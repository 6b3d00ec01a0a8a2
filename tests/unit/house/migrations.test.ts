import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { expect, test } from 'vitest';
import * as schema from '@/db/schema';

// The package leaves a word on every array of this process, by which the reader of PDF files in another test refuses to work.
Object.defineProperty(Array.prototype, 'random', { enumerable: false });

/** Each migration that councils may have run, by the SHA-256 of its file: add a line with a new one, and never change another. */
const landed = {
  '0000_the_record.sql': '3952e973f24537934e6614160c8fdc0d38567ca36b58291f16bf28a1e8d0825a',
  '0001_what_is_published_stands.sql': '3915f75fbe674ff19c232c7b09d3429832f791f75321d47f117f01f6b2823504',
  '0002_editions_over_time.sql': '0346faab5c9f1528c5b8a10b2768e484f8c3df833c0478de2382781ef169affa',
  '0003_the_measures_own_page.sql': '6f04bbef17e4ae963713246b527579b1ed0b7e70caca4d7e016ca3773e822aa9',
  '0004_true_statements.sql': '10935b1616321f8fcdc375b013429d3859f95f924e43dccfe9f08ed6a028c859',
  '0005_the_record_defends_itself.sql': '5852b7eb2da4274d46e8543d74e907db9ddf2b9670f6a1ae1a23f18d751486c4',
  '0006_sessions_in_use.sql': 'f62dcfa3d29438d1672c0556c39f26404f781e21859d75502efce8ef1697603e',
  '0007_suggestions_by_their_reading.sql': '663ec2b21dc752aa2aaaef58f0fa8fca1062dd2acd2eb4fd0f7bec4d258e30d1',
  '0008_a_council_begins.sql': '73a110a65808a44c0c128807753b705e6d568a21a190169e5c470ad1f68f5ef2',
  '0009_framework_kept_on_pages.sql': '11f74900882b17f94f99f6f11a69d20c09e032e0853c2660ab75a396e48aabb9',
  '0010_judged_status.sql': '92766dcc79d7829196f3f8f06a91256811e7d0767d4be5fe575f9fcce3a9220a',
  '0011_places_and_addresses.sql': '528f133721b597037895c3f1a8e7a1667edd44ec85245334a4f507d90c3eafc7',
  '0012_around_the_measures.sql': 'bfa0f19fedbc46c6474f206e5634c0927955ded21226be286d4f87f1d5b74979',
  '0013_years_are_closed.sql': 'df876e859c17dfdd707536cb5c49003353b50bdd8380fdc1314559d6bfd27ecf',
  '0014_files_are_brought_in.sql': '802648d7d467aac9fdce23e28fce9d06e9cf06af2720c88f47c6bca8d120bcc1',
  '0015_history_elsewhere.sql': '81c0e612fb60a9ae1f50f355a6305ce6c1546b6a91a080de6cd0ab9e116c8ca8',
  '0016_words_are_checked.sql': '0998a17fc7aafd77bbdf053f2a927cd73b84583fa16e2e798a3ba9b660f78374',
  '0017_small_counts.sql': 'beb5bbb0ca466ff79f07bf82810244e95b69afb7dfc57464c43445089639eb9f',
  '0018_committee_papers.sql': '30883a591d3db2592549d31a74353bd55a97b958154a3073146a7398f23e7fb6',
  '0019_words_explained_and_history_corrected.sql': 'de198d0e35490ac4532ce412d0458cf398dc5ed55a620789d31ab400b3338aaf',
  '0020_papers_of_committees.sql': '9017f9b9dc32d976b4d13d3c99d1ea55895039023e69cf766360bc2aba8d5409',
  '0021_systems_send_readings.sql': 'db047f3f60e4e15c8834eb5bfb34280c5963673fe0ec5e3c27cc5f1dbe0c4553',
  '0022_contacts_and_language.sql': '15a6dcaa0bb495c6d83e59c447913cbd1edd061b64096bb569337909ff1902ae',
  '0023_events_in_one_statement.sql': '608c60f22eab6ecef29db6c07ae614b660f65f7e20732da323a1b4f21098f188',
  '0024_indexes_in_the_order_asked.sql': '53e45f3ada1e8b405a143834a08690a2cfd0a0e77ffa9d4473f42292f81f6e4d',
  '0025_sheets_kept_on_earlier_ones.sql': 'd4570492f977a21bd38dc870745d23bfe2c7e3a10e0ac0259b8e6458900638f8',
  '0026_hidden_readings_found_by_index.sql': 'b5544a31e65fb987777e0cc529c1f4d7780ecec9f1bd69a486759968511a8816',
  '0027_figures_read_off_their_index.sql': '7ca86244feb273e28e42b81f99257aefad35ed190f3384bc52b61d603b6ca1a4',
};

const folder = 'db/migrations';
const latest = (): string => Object.keys(landed).sort().at(-1)?.slice(0, 4) ?? '';

test('what has landed is never edited', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  const hashes = files.map((name) => [
    name,
    createHash('sha256')
      .update(readFileSync(`${folder}/${name}`))
      .digest('hex'),
  ]);
  expect(Object.fromEntries(hashes)).toEqual(landed);
});

test('the schema and its migrations say the same: another one would change nothing', async () => {
  const kept = JSON.parse(readFileSync(`${folder}/meta/${latest()}_snapshot.json`, 'utf8'));
  const now = generateDrizzleJson(schema, kept.id, undefined, 'snake_case');
  expect(await generateMigration(kept, now)).toEqual([]);
});

test('each comes later than the one before it: a database that has that one would leave out an earlier one', () => {
  const { entries } = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8')) as {
    entries: { when: number }[];
  };
  const times = entries.map(({ when }) => when);
  expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
});
