import { existsSync } from 'node:fs';
import { inRepository, isGathered } from '../program/folders.mjs';
import { mustRun } from '../program/program.mjs';
import { say, step } from '../program/step.mjs';
import { sourceFingerprint } from './fingerprint.mjs';
import { mark } from './mark.mjs';

/** Next's own command, run by this Node. */
export const next = inRepository('node_modules', 'next', 'dist', 'bin', 'next');

const stages = /Creating an optimized|Compiled|Running TypeScript|Finished TypeScript|Collecting|Generating static/;

/** Builds the application when its sources changed since the last build; what an image is gathered from serves here as well. */
export async function buildApplication(env) {
  if (isGathered) return;
  const done = mark(inRepository('.next', 'candour-built'));
  const state = `${sourceFingerprint()} ${process.version}`;
  const forImage = `${state} for an image`;
  const wantsImage = env.CANDOUR_STANDALONE === '1';
  const isBuilt = done.says(forImage) || (!wantsImage && done.says(state));
  if (isBuilt && existsSync(inRepository('.next', 'BUILD_ID'))) return;
  await step('Building the application', async () => {
    done.clear();
    await makeAssets(env);
    let stage = '';
    const line = (words) => {
      if (!stages.test(words) || words.trim() === stage) return;
      stage = words.trim();
      say(stage);
    };
    const quiet = { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
    await mustRun('next build', process.execPath, [next, 'build'], { env: quiet, line });
    done.write(wantsImage ? forImage : state);
  });
}

/** Makes the style sheet and the other files that are served as they are. */
export async function makeAssets(env) {
  await mustRun('scripts/set-up/assets.mjs', process.execPath, [inRepository('scripts', 'set-up', 'assets.mjs')], {
    env,
  });
}
