import { createElement } from 'react';
import { SentencePage } from '@/components/frame/sentence-page';
import type { Council } from '@/db/queries/published/in-force';
import { notSetUp } from '@/lib/people/beginning';
import { sendOnce } from './answer';
import { markup } from './markup';
import { siteOf } from './site';

type Sentence = {
  status: number;
  heading: string;
  sentence: string;
  link: { href: string; text: string } | null;
  council?: Council | null;
  headers?: Record<string, string>;
  /** The request that went wrong, where something did. */
  request?: string | null;
};

/** An answer that says one thing to a person: what is wrong with the address, or that we are in trouble. */
export async function sendSentence({ status, council = null, headers = {}, ...words }: Sentence): Promise<Response> {
  return sendOnce(await markup(createElement(SentencePage, { site: siteOf(council), ...words })), { status, headers });
}

export const allServices = { href: '/', text: 'All services' };

/** The answer for an address that leads nowhere. */
export function notFound(sentence: string, council: Council | null = null, link = allServices): Promise<Response> {
  return sendSentence({ status: 404, heading: 'Page not found', sentence, link, council });
}

/**
 * The answer while there is no council: what is missing. A program that asks for a feed or a file reads no sentence, and is
 * told by its status to come again.
 */
export function notSetUpYet(path: string, status = 200): Promise<Response> {
  const isFile = /\.(xml|csv|json|xlsx|txt|pdf|docx)$|^\/api\//.test(path);
  return sendSentence({
    status: isFile ? 503 : status,
    heading: notSetUp.heading,
    sentence: notSetUp.sentence,
    link: null,
    headers: isFile ? { 'Retry-After': '600' } : {},
  });
}

/** The answer for a network that asks for too many costly pages, with the seconds after which it may ask again. */
export function tooManyRequests(seconds: number): Promise<Response> {
  return sendSentence({
    status: 429,
    heading: 'Too many requests',
    sentence:
      'More of these pages were asked for from your network than we can make at once. Please try again in a moment.',
    link: allServices,
    headers: { 'Retry-After': String(seconds) },
  });
}
