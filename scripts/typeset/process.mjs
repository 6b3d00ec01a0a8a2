// Sets papers and cards in a process of its own, for the server that started it: node scripts/typeset/process.mjs FONT… It ends with
// that server, or when it is let go, and with it what the compiler took of the memory.
import { readFileSync } from 'node:fs';
import { typesetter } from './compiler.mjs';

const set = typesetter(process.argv.slice(2).map((font) => readFileSync(font)));

process.on('message', ({ id, document }) => {
  try {
    process.send?.({ id, bytes: set(document) });
  } catch (error) {
    process.send?.({ id, why: error instanceof Error ? error.message : String(error) });
  }
});
process.once('disconnect', () => process.exit());
// Who stops the server stops its whole group, and it may still have a document to be set: it ends with the server.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
