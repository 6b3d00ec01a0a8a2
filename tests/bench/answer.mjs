import { get } from 'node:http';

/** What a server makes for each answer by itself, and what tells nothing about the page. */
const ownAffair = ['connection', 'keep-alive', 'date', 'transfer-encoding', 'content-length', 'vary'];

/** One GET, its bytes as they came over the wire (never unpacked): status, headers and body. */
export function ask(address, headers = { 'accept-encoding': 'identity' }) {
  return new Promise((resolve, reject) => {
    const request = get(address, { headers, agent: false }, (response) => {
      const pieces = [];
      response.on('data', (piece) => pieces.push(piece));
      response.once('error', reject);
      response.once('end', () => {
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(pieces) });
      });
    });
    request.once('error', reject);
    request.setTimeout(30_000, () => request.destroy(new Error(`${address} does not answer.`)));
  });
}

/** The headers that a page chose for itself: what a rival has to send as well. */
export function chosenHeaders({ headers }) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ownAffair.includes(name)));
}
