import { settings } from '@/app/_server/settings';

/** The header in which proxy.ts says which address is being answered: pages and actions cannot know it otherwise. */
export const addressHeader = 'x-candour-address';

/**
 * What a page behind the sign-in may load and where its forms may lead: scripts by this answer's nonce alone, everything
 * else from here. A development server needs more, and gets it in development only.
 */
export function staffPolicy(nonce: string): string {
  const developing = process.env.NODE_ENV === 'development';
  const { singleSignOn } = settings();
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${developing ? " 'unsafe-inline'" : ''}`,
    `connect-src 'self'${developing ? ' ws:' : ''}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `form-action 'self'${singleSignOn ? ` ${new URL(singleSignOn.issuer).origin}` : ''}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}
