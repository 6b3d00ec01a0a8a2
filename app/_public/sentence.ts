import { createElement } from 'react';
import { SentencePage } from '@/components/frame/sentence-page';
import type { Council } from '@/db/queries/published/in-force';
import { markup } from './markup';
import { sendOnce } from './published-answer';
import { siteOf } from './site';

type Telling = {
  status: number;
  heading: string;
  sentence: string;
  link: { href: string; text: string };
  council?: Council | null;
  headers?: Record<string, string>;
};

/** An answer that says one thing to a person: what is wrong with the address, or that we are in trouble. */
export async function tell({ status, council = null, headers, ...words }: Telling): Promise<Response> {
  return sendOnce(await markup(createElement(SentencePage, { site: siteOf(council), ...words })), { status, headers });
}

export const allServices = { href: '/', text: 'All services' };

/** The answer for an address that leads nowhere. */
export function notFound(sentence: string, council: Council | null = null, link = allServices): Promise<Response> {
  return tell({ status: 404, heading: 'Page not found', sentence, link, council });
}
