import { readdirSync } from 'node:fs';
import { projectRoot } from '#contracts';

/** Made by tools, or not ours. */
const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', '.git', '.cache', '.yidan']);

/** Files under a folder of the project, as paths from the project's root; folders end with `/`. */
export function tree(folder = ''): string[] {
  return readdirSync(new URL(folder, projectRoot), { withFileTypes: true })
    .filter(({ name }) => !NOT_OURS.has(name))
    .flatMap((entry) =>
      entry.isDirectory() ? [`${folder}${entry.name}/`, ...tree(`${folder}${entry.name}/`)] : [folder + entry.name],
    );
}

/** Names of the folders that stand directly in one. */
export function foldersIn(folder: string): string[] {
  return readdirSync(new URL(folder, projectRoot), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}
