import { readdirSync, readFileSync } from 'node:fs';
import { parseAst } from 'rolldown/parseAst';

export type Pattern = { file: string; source: string; flags: string };

const folders = ['app', 'components', 'db', 'lib', 'scripts'];
const single = ['proxy.ts', 'instrumentation.ts', 'next.config.js'];

/** Every regular expression that is written in the source, with its file; and how often one is made of something else. */
export function sourcePatterns(): { patterns: Pattern[]; made: string[] } {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(tsx?|mjs|js)$/.test(file))
      .map((file) => `${folder}/${file}`),
  );
  const patterns: Pattern[] = [];
  const made: string[] = [];
  const walk = (node: unknown, file: string): void => {
    if (Array.isArray(node)) for (const child of node) walk(child, file);
    else if (node && typeof node === 'object') {
      const { type, regex, callee } = node as {
        type?: string;
        regex?: { pattern: string; flags: string };
        callee?: { name?: string };
      };
      if (type === 'Literal' && regex) patterns.push({ file, source: regex.pattern, flags: regex.flags });
      if ((type === 'NewExpression' || type === 'CallExpression') && callee?.name === 'RegExp') made.push(file);
      for (const value of Object.values(node)) if (value instanceof Object) walk(value, file);
    }
  };
  for (const file of [...files, ...single])
    walk(parseAst(readFileSync(file, 'utf8'), { lang: file.endsWith('x') ? 'tsx' : 'ts' }, file), file);
  return { patterns, made };
}
