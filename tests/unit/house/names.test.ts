import { readdirSync, readFileSync } from 'node:fs';
import { parseAst } from 'rolldown/parseAst';
import { expect, test } from 'vitest';

const folders = ['app', 'components', 'db', 'lib', 'scripts'];

/** Words of a storyteller: none of them says what a variable holds. */
const storytellers = new Set(['told', 'said', 'asked', 'whole', 'deed', 'deeds', 'of', 'aims']);

type Node = { type: string; [part: string]: unknown };

/** The names that a pattern binds: of a variable, a parameter, or what is taken out of an object or a list. */
function boundBy(pattern: Node | null): string[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern.name as string];
    case 'ObjectPattern':
      return (pattern.properties as Node[]).flatMap(({ value, argument }) => boundBy((value ?? argument) as Node));
    case 'ArrayPattern':
      return (pattern.elements as (Node | null)[]).flatMap(boundBy);
    case 'AssignmentPattern':
      return boundBy(pattern.left as Node);
    case 'RestElement':
      return boundBy(pattern.argument as Node);
    default:
      return [];
  }
}

const naming = new Set(['VariableDeclarator', 'FunctionDeclaration', 'TSTypeAliasDeclaration']);

/** Every name of a variable, a parameter, a function or a type in a source. */
function namesIn(source: string, lang: 'ts' | 'tsx'): string[] {
  const names: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk);
    if (!(node instanceof Object) || Array.isArray(node)) return;
    const { type, id, params } = node as Node;
    if (naming.has(type)) names.push(...boundBy(id as Node | null));
    if (/Function/.test(String(type)) && Array.isArray(params)) names.push(...(params as Node[]).flatMap(boundBy));
    Object.values(node).forEach(walk);
  };
  walk(parseAst(source, { lang }));
  return names;
}

test('every variable, parameter, function and type is called after what it is', () => {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(tsx?|mjs)$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  expect(files.length).toBeGreaterThan(500);
  const found = files.flatMap((file) =>
    namesIn(readFileSync(file, 'utf8'), file.endsWith('x') ? 'tsx' : 'ts')
      .filter((name) => storytellers.has(name.toLowerCase()))
      .map((name) => ({ file, name })),
  );
  expect(found).toEqual([]);
});

test('a name is found wherever it is bound', () => {
  const source = `
    const told = 1, { said, x: { asked = 2 }, ...whole } = y;
    type Asked = { told: string };
    function deeds([of]: string[], read = (aims: number) => aims) {}
    for (const deed of z) ask({ told: deed, said: deed.asked });`;
  expect(namesIn(source, 'ts').filter((name) => storytellers.has(name.toLowerCase()))).toEqual([
    'told',
    'said',
    'asked',
    'whole',
    'Asked',
    'deeds',
    'of',
    'aims',
    'deed',
  ]);
});
