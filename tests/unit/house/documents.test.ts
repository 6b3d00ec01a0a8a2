import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const below = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.posix.join(folder, name));

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'STYLE.md',
  ...below('docs').filter((name) => name.endsWith('.md')),
];

/** A document without its blocks of code, where brackets are no links and # is no heading. */
const proseOf = (file: string): string => readFileSync(file, 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '');

/** The words of each heading of a document. */
const headingsOf = (file: string): string[] =>
  [...proseOf(file).matchAll(/^#{1,6} (.+)$/gm)].map(([, words = '']) => words.replaceAll(/[`*_]/g, '').trim());

/** What stands after # in a link to a heading: its words in lower case with hyphens, without punctuation. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

/** Why a link of a document leads nowhere; null where it leads to a file and, if it names one, a heading of it. */
function brokenLink(file: string, link: string): string | null {
  const [place = '', anchor] = link.split('#');
  const target = place === '' ? file : path.posix.join(path.posix.dirname(file), decodeURIComponent(place));
  if (!existsSync(target)) return `${file}: ${link} leads to no file`;
  if (anchor === undefined) return null;
  if (!statSync(target).isFile() || !headingsOf(target).map(anchorOf).includes(anchor))
    return `${file}: ${link} leads to no heading`;
  return null;
}

/** The targets of a document's links and pictures that lead into this repository. */
const linksOf = (file: string): string[] =>
  [...proseOf(file).matchAll(/\]\(([^)\s]*(?:\([^)\s]*\)[^)\s]*)*)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link));

test('every relative link of the documents leads to a file, and to a heading of it', () => {
  const links = documents.flatMap((file) => linksOf(file).map((link) => ({ file, link })));
  expect(links.length).toBeGreaterThan(100);
  expect(links.map(({ file, link }) => brokenLink(file, link)).filter(Boolean)).toEqual([]);
});

test('a link in parentheses of its own is read whole', () => {
  expect(linksOf('docs/architecture.md')).toContain('../app/_staff/action.ts');
  expect(brokenLink('README.md', 'app/(staff)/layout.tsx')).toBeNull();
  expect(brokenLink('README.md', 'docs/rules.md#colours')).toBeNull();
  expect(brokenLink('README.md', 'docs/rules.md#shades')).toBe('README.md: docs/rules.md#shades leads to no heading');
  expect(brokenLink('README.md', 'docs/none.md')).toBe('README.md: docs/none.md leads to no file');
});

/** The files of this repository that a text names by their whole path. */
const pathsIn = (text: string): string[] =>
  [
    ...text.matchAll(
      /(?<![\w./@<-])(?:lib|db|app|components|scripts|tests|docs)\/[\w./()[\]-]*\.(?:tsx?|mjs|json|css|md)\b/g,
    ),
  ].map(([file]) => file);

test('every file that a document names is there; STYLE.md alone shows old names in its examples', () => {
  const named = documents.flatMap((file) =>
    pathsIn(file === 'STYLE.md' ? proseOf(file) : readFileSync(file, 'utf8')).map((place) => ({ file, place })),
  );
  expect(named.length).toBeGreaterThan(200);
  expect(named.filter(({ place }) => !existsSync(place))).toEqual([]);
});

/** The rooms of the house: the folders of each top one, and within db those of queries and commands. */
const rooms = (): string[] =>
  ['lib', 'db', 'db/queries', 'db/commands', 'components', 'app', 'scripts', 'tests']
    .flatMap((top) =>
      readdirSync(top, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `${top}/${name}`),
    )
    .filter((room) => room !== 'db/queries' && room !== 'db/commands');

test('the map of the house names every room, and none that is not there', () => {
  const map = /## The map[\s\S]*?```\n([\s\S]*?)```/.exec(readFileSync('docs/architecture.md', 'utf8'))?.[1] ?? '';
  const named = map
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '')
    .filter((room) => room.includes('/'));
  expect(named.toSorted()).toEqual(rooms().toSorted());
});

const sources = ['lib', 'db', 'components', 'app'].flatMap(below).filter((name) => /\.tsx?$/.test(name));

/** Where a source says that a rule stands: a document and a heading, in words or as an anchor, however its lines are broken. */
function sourcesNamed(code: string): { document: string; heading: string }[] {
  const text = code.replaceAll(/\s*\n\s*\*?\s*/g, ' ');
  return [...text.matchAll(/\b(docs\/[\w/-]+\.md)(?:, ([^.]+)\.|#([\w-]+))/g)].map(
    ([, document = '', words, anchor]) => ({
      document,
      heading: words ? anchorOf(words) : (anchor ?? ''),
    }),
  );
}

test('every rule that a source names by document and heading is there', () => {
  const named = sources.flatMap((file) =>
    sourcesNamed(readFileSync(file, 'utf8')).map((source) => ({ file, ...source })),
  );
  expect(named.length).toBeGreaterThan(25);
  const wrong = named.filter(
    ({ document, heading }) => !existsSync(document) || !headingsOf(document).map(anchorOf).includes(heading),
  );
  expect(wrong).toEqual([]);
});

test('every rule that the table of statements names is a section of the rules', () => {
  const rows = readFileSync('docs/statements.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| (?!statement|---)/.test(line));
  const named = rows.map((line) => line.split('|')[2]?.trim() ?? '');
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((rule) => !headingsOf('docs/rules.md').includes(rule))).toEqual([]);
});

test('a heading is read from the end of one line to the next, and from an anchor', () => {
  const travel = [{ document: 'docs/rules.md', heading: 'direction-of-travel' }];
  expect(sourcesNamed('/**\n * A colour. Source: docs/rules.md,\n * Direction of travel.\n */')).toEqual(travel);
  expect(sourcesNamed('/** A colour. Source: docs/rules.md#direction-of-travel. */')).toEqual(travel);
});

test('no source or test names a document that is not here', () => {
  const all = [...sources, ...below('tests').filter((name) => /\.(tsx?|mjs)$/.test(name))];
  const absent = new RegExp(['DOMAIN', 'md'].join(String.raw`\.`));
  expect(all.filter((file) => absent.test(readFileSync(file, 'utf8')))).toEqual([]);
});

test('the example of the settings names every setting that the server reads', () => {
  const shape =
    /z\s*\.object\(\{([\s\S]*?)\n {2}\}\)/.exec(readFileSync('app/_server/server-settings.ts', 'utf8'))?.[1] ?? '';
  const settings = [...shape.matchAll(/^ {4}([A-Z_]+):/gm)].map(([, name]) => name);
  const example = readFileSync('.env.example', 'utf8');
  expect(settings.length).toBeGreaterThan(12);
  expect(settings.filter((name) => !new RegExp(`^#?${name}=`, 'm').test(example))).toEqual([]);
  const explained = readFileSync('docs/operations.md', 'utf8');
  expect(settings.filter((name) => !explained.includes(`\`${name}\``))).toEqual([]);
});
