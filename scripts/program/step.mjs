import { notWhenStopping } from './program.mjs';

const colour = process.stdout.isTTY && !process.env.NO_COLOR;
const faint = (text) => (colour ? `\x1b[2m${text}\x1b[0m` : text);

/** Says what is about to be done, does it, and says how long it took; `progress()` gives a few words now and then. */
export async function step(name, work, progress = () => '') {
  await notWhenStopping();
  const begin = Date.now();
  console.log(`• ${name}`);
  const ticking = setInterval(() => {
    const words = progress();
    console.log(faint(`    ${seconds(begin)}${words && ` – ${words}`}`));
  }, 10_000);
  try {
    const result = await work();
    await notWhenStopping();
    console.log(faint(`  done in ${seconds(begin)}`));
    return result;
  } finally {
    clearInterval(ticking);
  }
}

/** A line of detail below a step. */
export function say(sentence) {
  console.log(`  ${sentence}`);
}

/** How long ago, as 0.4 s or 51 s. */
export function seconds(begin) {
  const passed = (Date.now() - begin) / 1000;
  return `${passed < 10 ? passed.toFixed(1) : Math.round(passed)} s`;
}
