import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sourceFingerprint } from './scripts/fingerprint.mjs';

/** The stylesheet's address changes with its content, so that it may be kept for ever. */
const style = createHash('sha256').update(readFileSync('public/assets/candour.css')).digest('hex').slice(0, 12);
const build = sourceFingerprint();

const hardening = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), browsing-topics=()' },
];
const forEver = [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }];

export default {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['postgres'],
  generateBuildId: () => build,
  env: { CANDOUR_BUILD: build, CANDOUR_STYLESHEET: `/assets/candour.css?v=${style}` },
  headers: () => [
    { source: '/:path*', headers: hardening },
    { source: '/assets/candour.css', has: [{ type: 'query', key: 'v', value: style }], headers: forEver },
    { source: '/assets/fonts/:font', headers: forEver },
  ],
};
