import { memoryOf } from '../machine.mjs';
import { load } from './loader.mjs';

const connections = 64;
/** The most that one answer in a hundred may take, in milliseconds, and how much more memory the end may have than the second minute. */
const most = { p99: 250, growth: 1.1 };

/** Loads an address for so many minutes; answers of each minute its requests a second, its slowest hundredth and the memory after it. */
export async function loadLong(url, { pid, minutes }) {
  const each = [];
  for (let minute = 0; minute < minutes; minute += 1) {
    const found = await load(url, { headers: { 'accept-encoding': 'gzip' }, connections, duration: 60 });
    each.push({ ...found, memory: memoryOf(pid) });
  }
  return each;
}

/** Whether answers kept coming in time, and memory stayed what it was after the second minute. */
export function longVerdicts(each) {
  const slowest = Math.max(...each.map(({ p99 }) => p99));
  const [settled, last] = [(each[1] ?? each[0]).memory, each.at(-1).memory];
  const minutes = `${connections} connections for ${each.length} minutes`;
  return [
    { pass: slowest <= most.p99, text: `${minutes}: p99 ${slowest.toFixed(1)} ms of ${most.p99} in the worst minute` },
    {
      pass: last <= settled * most.growth,
      text: `${minutes}: memory ${settled.toFixed(0)} MiB after the second minute, ${last.toFixed(0)} at the end`,
    },
  ];
}
