import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PHASE_PRODUCTION_SERVER } from 'next/constants.js';
import { sourceFingerprint } from './scripts/set-up/fingerprint.mjs';

/** A file's address changes with its content, so that it may be kept for ever. */
const versionOf = (name) =>
  createHash('sha256')
    .update(readFileSync(`public/assets/${name}`))
    .digest('hex')
    .slice(0, 12);
const files = ['candour.css', 'staff.css', 'explore.js'].map((name) => ({ name, version: versionOf(name) }));
const [publicSheet, staffSheet, explorer] = files.map(({ name, version }) => `/assets/${name}?v=${version}`);

/** The name of a build is what it was made from; what is served has its name already, and its sources need not be read again. */
const buildName = (phase) =>
  phase === PHASE_PRODUCTION_SERVER ? readFileSync('.next/BUILD_ID', 'utf8').trim() : sourceFingerprint();

const forEver = [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }];

const config = (build) => ({
  poweredByHeader: false,
  // For an image (Dockerfile): what serving needs, without the rest of the packages.
  output: process.env.CANDOUR_STANDALONE === '1' ? 'standalone' : undefined,
  // Titles in the head of every answer: what is streamed in later needs a script to get there.
  htmlLimitedBots: /.*/,
  reactStrictMode: true,
  // Every page at hand from the start is 25 MiB more of a server that nobody asks; the first who asks for one waits a tenth of a second.
  experimental: { preloadEntriesOnStart: false },
  // `npm run check` and `npm test` check types, tests included; once is enough.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['postgres', 'pg-boss', '@node-rs/argon2', 'docx'],
  generateBuildId: () => build,
  env: {
    CANDOUR_BUILD: build,
    CANDOUR_STYLESHEET: publicSheet,
    CANDOUR_STAFF_STYLESHEET: staffSheet,
    CANDOUR_EXPLORER: explorer,
  },
  // Where the figures of others were entered before all settings stood together.
  redirects: () => [
    { source: '/measures/:code/comparators', destination: '/settings/measures/:code/comparators', permanent: true },
  ],
  headers: () => [
    ...files.map(({ name, version }) => ({
      source: `/assets/${name}`,
      has: [{ type: 'query', key: 'v', value: version }],
      headers: forEver,
    })),
    { source: '/assets/fonts/:font', headers: forEver },
  ],
});

export default (phase) => config(buildName(phase));
