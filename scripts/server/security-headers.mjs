/** What every answer says of itself. Set here, as each rule of the framework's own costs every request. */
const hardening = Object.entries({
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
});

/** The measure by itself, which other sites show in a frame. */
const framed = /^\/measures\/[a-z0-9-]+\/embed(\?|$)/i;

/**
 * What every answer says of itself by its address: the same list for all of a kind. With `hsts`, in seconds, an https origin has
 * browsers keep to https for as long.
 * @param {{ origin?: string | null, hsts?: string | null }} settings
 * @returns {(url?: string) => readonly (readonly [string, string])[]}
 */
export function commonHeaders({ origin = null, hsts = null } = {}) {
  const isSecure = origin !== null && new URL(origin).protocol === 'https:';
  const keptTo = isSecure && hsts ? [['Strict-Transport-Security', `max-age=${Number(hsts)}`]] : [];
  const common = [...hardening, ...keptTo];
  // What is made to be framed says who may frame it in its own policy.
  const commonFramed = common.filter(([name]) => name !== 'X-Frame-Options');
  return (url = '') => (framed.test(url) ? commonFramed : common);
}
