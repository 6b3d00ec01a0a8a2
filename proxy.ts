import { type NextRequest, NextResponse } from 'next/server';
import { notFound } from './app/sentence';

/**
 * Answers an address whose percent signs spell no text, which the framework itself would meet with a fault. Nothing is
 * authorised here: that is asked where the records are read and changed.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  try {
    decodeURIComponent(request.nextUrl.pathname);
    return NextResponse.next();
  } catch {
    return notFound('This is not an address that a page can have. It may have been cut short or mistyped.');
  }
}

export const config = { matcher: ['/(.*%.*)'] };
