import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

/** The folder for data: CANDOUR_DATA, or .candour in the repository. */
export const dataFolder = path.resolve(root, process.env.CANDOUR_DATA || '.candour');

/** A file of the repository. */
export const inRepository = (...names) => path.join(root, ...names);

/** The file that says of a folder that it was gathered by scripts/image/gather.mjs. */
export const builtMark = '.candour-image';

/** Whether this is such a folder, where nothing is to be installed, built or compiled. */
export const isGathered = existsSync(inRepository(builtMark));
