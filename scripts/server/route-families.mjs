import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What the front and the framework answer beside the routes of the application. */
const others = ['healthz', 'assets', '_next', 'icon.svg'];

/**
 * Tells the family of an address: the first part of its path where this build serves something there, "home", or "other". So a
 * metric has as many families as the application has rooms, whatever is asked for, and none names a person, a measure or a file.
 * @param {string} build the folder of the build
 */
export function familiesOf(build) {
  const manifest = path.join(build, '.next', 'app-path-routes-manifest.json');
  const routes = Object.values(JSON.parse(readFileSync(manifest, 'utf8')));
  return familyOf([...routes.map((route) => route.split('/')[1] ?? ''), ...others]);
}

/** The same for a list of first parts. */
export function familyOf(firstParts) {
  const known = new Set(firstParts.filter((part) => /^[a-z_][\w.-]*$/.test(part)));
  return (url = '/') => {
    const [first = ''] = url.slice(1).split(/[/?#]/, 1);
    if (first === '') return url === '/' || url.startsWith('/?') ? 'home' : 'other';
    return known.has(first) ? first : 'other';
  };
}
