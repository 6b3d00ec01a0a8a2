import { existsSync, readFileSync } from 'node:fs';
import { readWorkbook } from '@/lib/workbook/workbook-reading';

/**
 * Reads a file as often as asked in a process of its own, and says in JSON how long the slowest reading took, how far the memory
 * grew above that of the process with the file, and how long it kept the processor at a stretch, while nothing else was answered.
 */
const [path = '', name = '', times = '1'] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(path));
await readWorkbook(new Uint8Array(Buffer.from('a,b\n1,2\n')), 'a.csv');
const before = process.memoryUsage().rss;
let peak = before;
const stretches: number[] = [];
let used = process.cpuUsage();
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
  const { user, system } = process.cpuUsage(used);
  stretches.push((user + system) / 1000);
  used = process.cpuUsage();
}, 1);
let slowest = 0;
let answer: Awaited<ReturnType<typeof readWorkbook>> = { refused: '' };
for (let time = 0; time < Number(times); time += 1) {
  const start = performance.now();
  // The one before is given back first.
  answer = { refused: '' };
  answer = await readWorkbook(bytes, name);
  slowest = Math.max(slowest, performance.now() - start);
}
clearInterval(watch);
stretches.sort((a, b) => a - b);
// The kernel knows the peak; resourceUsage() does not, since it begins with that of the process that started this one.
const known = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(known)?.[1] ?? 0) * 1024);
const sheets = 'workbook' in answer ? answer.workbook.sheets : [];
process.stdout.write(
  JSON.stringify({
    seconds: slowest / 1000,
    megabytes: (peak - before) / 1024 ** 2,
    stretchMs: stretches[Math.floor(stretches.length * 0.99)] ?? 0,
    refused: 'refused' in answer ? answer.refused : null,
    cells: sheets.flatMap(({ rows }) => rows).reduce((sum, { cells }) => sum + cells.filter(Boolean).length, 0),
  }),
);
