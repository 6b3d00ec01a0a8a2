import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import type { Disguise } from '../attack/disguises';

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Sends a request exactly as it is spelled, which fetch would tidy up; answers all that comes back. */
export function rawRequest(
  address: string,
  { path, method = 'GET', headers, body }: Disguise & { body?: string },
): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  const { port } = new URL(address);
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: 'localhost', port, path, method, headers, agent }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts).toString() }),
      );
    });
    outgoing.on('error', reject);
    // An answer of another kind than was hoped for is none: CONNECT and Upgrade hand over the socket.
    for (const turn of ['connect', 'upgrade']) outgoing.on(turn, (_answer, socket) => socket.destroy());
    outgoing.on('close', () => reject(new Error('no answer')));
    outgoing.end(body);
  });
}

/** The same by HTTP/1.0, which names no host; answers the bytes as they come. */
export function oldRequest(address: string, path: string, cookie = ''): Promise<string> {
  const { port } = new URL(address);
  return new Promise((resolve, reject) => {
    let all = '';
    const socket = connect(Number(port), 'localhost', () =>
      socket.write(`GET ${path} HTTP/1.0\r\n${cookie && `Cookie: ${cookie}\r\n`}\r\n`),
    );
    socket.on('data', (part) => {
      all += part;
    });
    socket.on('end', () => resolve(all)).on('error', reject);
  });
}
