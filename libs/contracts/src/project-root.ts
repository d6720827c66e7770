import { existsSync } from 'node:fs';

/** The folder that holds `schemas/`, seen from the source as well as from `dist/`. */
export const projectRoot: URL = findRoot(new URL('./', import.meta.url));

function findRoot(folder: URL): URL {
  if (existsSync(new URL('schemas/one-document', folder)) && existsSync(new URL('package.json', folder))) return folder;
  const parent = new URL('../', folder);
  if (parent.href === folder.href) throw new Error('The folder schemas/ was not found above the program.');
  return findRoot(parent);
}
