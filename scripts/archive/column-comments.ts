import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What the schema says of columns in its comments, by table and column: 'people.left_at'. */
export function columnComments(folder = 'db/schema'): Record<string, string> {
  const comments: Record<string, string> = {};
  for (const file of readdirSync(folder).sort()) {
    let table: string | null = null;
    let comment: string[] | null = null;
    let waits = false;
    for (const line of readFileSync(path.join(folder, file), 'utf8').split('\n')) {
      const named = /pgTable\(\s*(?:'(\w+)')?/.exec(line);
      if (named) waits = named[1] === undefined;
      const name = named?.[1] ?? (waits ? /^\s*'(\w+)',$/.exec(line)?.[1] : undefined);
      if (name) table = name;
      if (name) waits = false;
      if (/^\s*\/\*\*/.test(line)) comment = [];
      const text = /^\s*(?:\/\*\*|\*(?!\/))?\s?(.*?)\s*(?:\*\/)?$/.exec(line)?.[1] ?? '';
      if (comment && /^\s*(\/\*\*|\*)/.test(line)) {
        if (text !== '') comment.push(text);
        continue;
      }
      const column = /^\s+(\w+): \w/.exec(line)?.[1];
      if (table && column && comment && comment.length > 0) comments[`${table}.${snake(column)}`] = comment.join(' ');
      if (line.trim() !== '') comment = null;
      if (/^\);?$/.test(line)) table = null;
    }
  }
  return comments;
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
