import d00b from './D00B.json' with { type: 'json' };
import d95b from './D95B.json' with { type: 'json' };
import d99b from './D99B.json' with { type: 'json' };
import { SERVICE } from './service-directory.js';

/** A directory as it is kept: everything by its id, in a notation one line long. SOURCE.md says how to read it. */
export interface DirectoryTables {
  readonly directory: string;
  /** `UNH* BGM* DTM9 SG1[99](LOC* DTM9)`. */
  readonly messages: Readonly<Record<string, string>>;
  /** `3035* C082 C058`. */
  readonly segments: Readonly<Record<string, string>>;
  readonly composites: Readonly<Record<string, string>>;
  /** `an..35`. */
  readonly elements: Readonly<Record<string, string>>;
  /** `CA CN CZ`. */
  readonly codes: Readonly<Record<string, string>>;
}

export type DirectoryId = 'D.95B' | 'D.99B' | 'D.00B';

export const DIRECTORIES: Readonly<Record<DirectoryId, DirectoryTables>> = {
  'D.95B': withService(d95b),
  'D.99B': withService(d99b),
  'D.00B': withService(d00b),
};

export const DIRECTORY_IDS = Object.keys(DIRECTORIES) as readonly DirectoryId[];

export const isDirectory = (id: string): id is DirectoryId => Object.hasOwn(DIRECTORIES, id);

/** Service segments are the syntax's, in every directory the same. */
function withService(tables: Omit<DirectoryTables, 'codes'> & { readonly codes: object }): DirectoryTables {
  return {
    directory: tables.directory,
    messages: { ...tables.messages, ...SERVICE.messages },
    segments: { ...tables.segments, ...SERVICE.segments },
    composites: { ...tables.composites, ...SERVICE.composites },
    elements: { ...tables.elements, ...SERVICE.elements },
    codes: { ...tables.codes, ...SERVICE.codes },
  };
}
