// node scripts/image/gather.mjs FOLDER: builds the application and lays what serving needs, and nothing else, into a new folder.
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundle } from '../program/compiled.mjs';
import { builtMark, inRepository } from '../program/folders.mjs';
import { command } from '../program/run-to-end.mjs';
import { step } from '../program/step.mjs';
import { buildApplication } from '../set-up/build.mjs';
import { installPackages } from '../set-up/install.mjs';
import {
  askedByScripts,
  asTheyAre,
  commandsOfImage,
  leftOutside,
  packagesWith,
  programName,
  programsOfImage,
} from './contents.mjs';

/** What is written for CommonJS asks for Node's own modules by this name. */
const requireForBundled =
  "import { createRequire as candourRequire } from 'node:module'; const require = candourRequire(import.meta.url);";

await command(async () => {
  const [folder, ...more] = process.argv.slice(2);
  if (!folder || more.length > 0)
    throw new Error('node scripts/image/gather.mjs FOLDER: the folder must not be there.');
  const out = path.resolve(folder);
  if (existsSync(out)) throw new Error(`${out} is there already.`);
  await installPackages();
  await buildApplication({ ...process.env, CANDOUR_STANDALONE: '1' });
  await step('Gathering what serves', () => gather(out));
});

function gather(out) {
  const lay = (from, to = from) => cpSync(inRepository(from), path.join(out, to), { recursive: true });
  mkdirSync(out, { recursive: true });
  lay('.next/standalone', '.');
  rmSync(path.join(out, 'server.js'));
  lay('.next/static');
  for (const name of asTheyAre) lay(name);
  for (const name of commandsOfImage()) lay(`scripts/${name}`);
  for (const name of packagesWith(askedByScripts)) lay(`node_modules/${name}`);
  const packages = { external: leftOutside, packages: 'bundle', banner: { js: requireForBundled }, sourcemap: false };
  for (const program of programsOfImage()) bundle(program, path.join(out, 'programs', programName(program)), packages);
  // By this the commands know that everything is here and nothing is to be installed, built or compiled.
  writeFileSync(path.join(out, builtMark), '');
}
