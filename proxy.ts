import { type NextRequest, NextResponse } from 'next/server';
import { notFound, sendSentence } from './app/_public/sentence';
import { forOneReader, staffPolicy } from './app/_server/cache-and-policy-headers';
import { addressHeader, fromOwnPage } from './app/_staff/origin';
import { isStaffAddress } from './app/_staff/staff-addresses';

/**
 * Gives each page behind the sign-in a policy with a nonce of its own and tells it its address, and answers an address
 * whose percent signs spell no text, which the framework itself would meet with a fault. Nothing is authorised here: that
 * is asked where the records are read and changed.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const { pathname, searchParams } = request.nextUrl;
  try {
    decodeURIComponent(pathname);
  } catch {
    return notFound('This is not an address that a page can have. It may have been cut short or mistyped.');
  }
  if (!isStaffAddress(pathname)) return NextResponse.next();
  if (request.method !== 'GET' && request.method !== 'HEAD' && !fromOwnPage(request.headers)) return foreign();
  const policy = staffPolicy(btoa(crypto.randomUUID()));
  const headers = new Headers(request.headers);
  const query = new URLSearchParams(searchParams);
  query.delete('_rsc');
  headers.set('content-security-policy', policy);
  headers.set(addressHeader, query.size > 0 ? `${pathname}?${query}` : pathname);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  response.headers.set('Cache-Control', forOneReader);
  return response;
}

/** A form that another site's page sent, or none at all. */
const foreign = () =>
  sendSentence({
    status: 403,
    heading: 'Not sent from here',
    sentence: 'This form did not arrive as our page made it, so nothing was changed. Load the page again, please.',
    link: { href: '/', text: 'All services' },
  });

/** Which requests come here. The framework reads this without running it, so that it repeats `staffPatterns`; a test says so. */
export const config = {
  matcher: [
    '/(.*%.*)',
    '/(sign-in|invitation|set-up|first-steps|account|work|overview|services|readings|reviews|releases|early|history|settings)',
    '/(sign-in|invitation|set-up|first-steps|account|work|overview|services|readings|reviews|releases|early|history|settings)/:path*',
    '/measures/:code/working',
  ],
};
