import { readFileSync } from 'node:fs';

export const dynamic = 'force-dynamic';

let page;

/** Sends one page that was captured before, with the headers that it had: the least that a Next route can do. */
export function GET() {
  page ??= capturedPage();
  return new Response(page.bytes, { headers: page.headers });
}

function capturedPage() {
  const file = process.env.CANDOUR_BENCH_PAGE;
  const { headers, body } = JSON.parse(readFileSync(/* turbopackIgnore: true */ file, 'utf8'));
  return { headers, bytes: Buffer.from(body, 'base64') };
}
