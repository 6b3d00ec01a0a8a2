import path from 'node:path';

/**
 * The optional packages that package-lock.json names but does not describe: [{ name, version, parent }]. A registry that
 * lists no packages for other platforms makes npm leave them out, and `npm ci` then refuses the file.
 */
export function missingEntries(lock) {
  const missing = new Map();
  for (const [parent, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!isDescribed(lock, parent, name)) missing.set(`${name}@${version}`, { name, version, parent });
    }
  }
  return [...missing.values()];
}

/** The addresses of registries in a lock file; there should be none, so that it works with everybody's registry. */
export function registryAddresses(lock) {
  return Object.values(lock.packages).flatMap((entry) =>
    /^https?:/.test(entry.resolved ?? '') ? [entry.resolved] : [],
  );
}

/** Node looks for a package in node_modules beside its parent, then beside each folder above. */
function isDescribed(lock, parent, name) {
  let folder = parent;
  for (;;) {
    if (lock.packages[path.posix.join(folder, 'node_modules', name)]) return true;
    if (folder === '') return false;
    const above = folder.lastIndexOf('node_modules/');
    folder = above <= 0 ? '' : folder.slice(0, above - 1);
  }
}
