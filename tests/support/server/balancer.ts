import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A balancer as councils have one: it sends requests to servers in turn, and tries a GET again on another where one does not answer. */
export async function startBalancer(addresses: string[]) {
  let turn = 0;
  let triedAgain = 0;
  const server = http.createServer((request, response) => {
    turn += 1;
    const first = turn;
    const attempt = (tries: number) => {
      const target = new URL(request.url ?? '/', addresses[(first + tries) % addresses.length]);
      const asked = http.get(target, { headers: { ...request.headers, host: target.host } }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => response.writeHead(answer.statusCode ?? 502, answer.headers).end(Buffer.concat(parts)));
        answer.on('error', again);
      });
      let isOver = false;
      function again() {
        if (isOver) return;
        isOver = true;
        triedAgain += 1;
        if (tries + 1 < addresses.length) attempt(tries + 1);
        else response.writeHead(502).end();
      }
      asked.on('error', again);
    };
    attempt(0);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    triedAgain: () => triedAgain,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
