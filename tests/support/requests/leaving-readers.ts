import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { front } from '../../../scripts/server/front.mjs';

type Application = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A server of an application behind the portal's own front, and readers of it who may leave before they are answered. */
export async function serverForReaders(application: Application) {
  const answers = new Map<string, ServerResponse>();
  const arrivals = new Map<string, () => void>();
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url as string;
    answers.set(path, response);
    const answered = application(request, response);
    arrivals.get(path)?.();
    return answered;
  };
  const server = createServer(front(handle, {}));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;

  /** Resolves when the server notices that whoever asked for an address has gone. */
  const closing = (path: string) => new Promise<void>((resolve) => answers.get(path)?.once('close', resolve));

  /** Asks for an address; `arrived` when the application is at it, and then the status of the answer, unless the reader has left. */
  const read = (path: string) => {
    const arrived = new Promise<void>((resolve) => arrivals.set(path, resolve));
    const asking = get({ port, path, agent: false });
    const status = new Promise<number | 'left'>((resolve) => {
      asking.on('response', (response) => response.resume().on('end', () => resolve(response.statusCode as number)));
      asking.on('error', () => resolve('left'));
    });
    const leave = () => {
      const noticed = closing(path);
      asking.destroy();
      return noticed;
    };
    return { arrived, status, leave };
  };

  const end = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { port, read, closing, end };
}
