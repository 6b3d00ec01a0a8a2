import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './folders.mjs';

const running = new Set();
let stopping = false;

/**
 * Runs a program to its end. Its output is kept, and each line of it (not of its errors) is given to `line` where there
 * is one; with `live` it goes straight to the terminal, and with `input`
 * the program reads from there. Answers the exit code and the output; a program that cannot run answers 127.
 */
export async function run(command, options, { env = process.env, cwd = root, live = false, input = false, line } = {}) {
  await notWhenStopping();
  return new Promise((resolve) => {
    const child = spawn(command, options, {
      cwd,
      env,
      stdio: [input ? 'inherit' : 'ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
    });
    running.add(child);
    let output = '';
    let rest = '';
    const take = (piece) => {
      output += piece;
      if (!line) return;
      const lines = (rest + piece).split('\n');
      rest = lines.pop() ?? '';
      for (const text of lines) line(text);
    };
    child.stdout?.setEncoding('utf8').on('data', take);
    child.stderr?.setEncoding('utf8').on('data', (piece) => {
      output += piece;
    });
    const end = (code) => {
      running.delete(child);
      resolve({ code, output });
    };
    child.once('error', (error) => {
      output += error.message;
      end(127);
    });
    child.once('close', (code, signal) => end(code ?? (signal ? 1 : 0)));
  });
}

/** Runs a program that has to succeed; throws a sentence with the end of its output otherwise. */
export async function mustRun(name, command, options, settings) {
  const { code, output } = await run(command, options, settings);
  if (code !== 0)
    throw new Error(`${name} failed (exit code ${code}).\n${output.trim().split('\n').slice(-60).join('\n')}`);
  return output;
}

/** Asks every program that still runs to end, waits for it (eight seconds at most), and starts no other one after that. */
export async function stopPrograms() {
  stopping = true;
  // SIGINT, because it is what the test runners answer by closing what they opened.
  for (const child of running) child.kill('SIGINT');
  const patience = Date.now() + 8_000;
  while (running.size > 0 && Date.now() < patience) await wait(20);
  for (const child of running) child.kill('SIGKILL');
}

/** Waits for ever once the command has to stop, so that no further step begins while it closes what it opened. */
export async function notWhenStopping() {
  if (stopping) await new Promise(() => {});
}
