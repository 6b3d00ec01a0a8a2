/** As many bytes as one reading may have: all its texts at their longest, in characters of several bytes. */
const mostBytes = 131_072;

/** The body of a request as text; null as soon as it is too long. */
export async function bodyWithin(request: Request, most = mostBytes): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most || !request.body) return request.body ? null : '';
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > most) return null;
    parts.push(part);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
}
