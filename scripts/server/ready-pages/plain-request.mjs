/** The longest head that is read here, in bytes; the server's own parser refuses what is much longer. */
const longest = 8_192;

/**
 * The head of one request for a page, in one piece and to its last byte: lines that no two readers of HTTP can take differently.
 * Source: RFC 9112, 2 to 5, without what is deprecated there.
 */
const head = /^GET (\/[!-~]*) HTTP\/1\.1\r\n((?:[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\t -~]*\r\n)+)\r\n$/;

/** What says that a request is more than a question for a page, or that its connection is to be something else. */
const others = new Set(['content-length', 'expect', 'te', 'trailer', 'transfer-encoding', 'upgrade']);

/**
 * The address and headers of a request that asks for a page and nothing else: of HTTP/1.1, whole, alone, without a body, to one
 * host, on a connection that stays. Null for every other, which the server's own parser reads.
 * @param {Buffer} bytes
 * @returns {{ method: 'GET', url: string, headers: Record<string, string> } | null}
 */
export function plainRequest(bytes) {
  if (bytes.length > longest) return null;
  const [, url, lines] = head.exec(bytes.latin1Slice()) ?? [];
  if (url === undefined) return null;
  const headers = {};
  for (let from = 0; from < lines.length; ) {
    const end = lines.indexOf('\r\n', from);
    const colon = lines.indexOf(':', from);
    const name = lines.slice(from, colon).toLowerCase();
    // Twice the same: which of them counts is for one reader alone to say.
    if (name in headers || others.has(name)) return null;
    headers[name] = lines.slice(colon + 1, end).trim();
    from = end + 2;
  }
  if (!headers.host || (headers.connection ?? 'keep-alive').toLowerCase() !== 'keep-alive') return null;
  return { method: 'GET', url, headers };
}
