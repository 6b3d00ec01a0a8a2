import { fileURLToPath } from 'node:url';

/** The packages are the repository's: this application has none of its own. */
const repository = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

export default {
  poweredByHeader: false,
  turbopack: { root: repository },
  outputFileTracingRoot: repository,
};
