import { proofreadCommand } from './proofread-command';

const { lines, code } = await proofreadCommand(process.argv.slice(2), new Date());
console.log(lines.join('\n'));
process.exitCode = code;
