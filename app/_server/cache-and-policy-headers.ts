import { settings } from './server-settings';

/**
 * What answers say of themselves: who may keep one, what it is, and what a browser may load with it. The rest stands in files that
 * cannot import TypeScript: `hardening` in scripts/server/security-headers.mjs, `forEver` in next.config.js, and `forOneReader` again
 * with the policy of the front's own pages in scripts/server/front.mjs.
 */

/** Shared caches may answer for one second, browsers ask every time: a publication is never hidden for longer. */
export const forShared = 'public, max-age=0, s-maxage=1, must-revalidate';
/** What an edition has for good and no page depends on, such as its running head on paper. */
export const forADay = 'public, max-age=86400';
/** For one reader, at this moment. */
export const forOneReader = 'private, no-store';

export const htmlType = 'text/html; charset=utf-8';

const policy = (directives: Record<string, string>): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');

/** Our own style, fonts and pictures, and no script: for public pages, and for feeds, which a browser may read as a page. */
const withoutScript = {
  'default-src': "'none'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self' data:",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
};
export const publicPolicy = policy(withoutScript);

/** For a measure by itself in a frame of another site: the same, with nothing to send and framed by any site. */
export const embedPolicy = policy({ ...withoutScript, 'form-action': "'none'", 'frame-ancestors': '*' });

/** For the page of a measure: our own script as well, by which its chart can be explored. */
export const chartPolicy = policy({ ...withoutScript, 'script-src': "'self'", 'connect-src': "'self'" });

/**
 * What a page behind the sign-in may load and where its forms may lead: scripts by this answer's nonce alone, everything
 * else from here. A development server needs more, and gets it in development only.
 */
export function staffPolicy(nonce: string): string {
  const developing = process.env.NODE_ENV === 'development';
  const { singleSignOn } = settings();
  return policy({
    'default-src': "'none'",
    'script-src': `'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    'style-src': `'self'${developing ? " 'unsafe-inline'" : ''}`,
    'connect-src': `'self'${developing ? ' ws:' : ''}`,
    'img-src': "'self' data:",
    'font-src': "'self'",
    'form-action': `'self'${singleSignOn ? ` ${new URL(singleSignOn.issuer).origin}` : ''}`,
    'frame-ancestors': "'none'",
    'base-uri': "'none'",
  });
}
