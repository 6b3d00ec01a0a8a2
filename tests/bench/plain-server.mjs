// Node's own http server, sending one page that was captured before: the fastest that this Node can do without a framework.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const { headers, body } = JSON.parse(readFileSync(process.env.CANDOUR_BENCH_PAGE, 'utf8'));
const bytes = Buffer.from(body, 'base64');

createServer((_request, response) => response.writeHead(200, headers).end(bytes)).listen(Number(process.env.PORT));
