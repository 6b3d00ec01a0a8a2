import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

/** The folder for data: CANDOUR_DATA, or .candour in the repository. */
export const dataFolder = path.resolve(root, process.env.CANDOUR_DATA || '.candour');

/** A file of the repository. */
export const inRepository = (...names) => path.join(root, ...names);
