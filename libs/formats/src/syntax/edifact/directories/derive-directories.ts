/**
 * Makes `D95B.json`, `D99B.json` and `D00B.json` from reference data (see SOURCE.md):
 * `node libs/formats/src/syntax/edifact/directories/derive-directories.ts FOLDER`, where FOLDER has `D00B-messages.json` and its sisters.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MESSAGES = ['IFTMCS', 'IFTMIN', 'IFTSTA', 'CODECO', 'COARRI', 'COPRAR', 'CUSCAR', 'COREOR', 'APERAK'];

interface Part {
  readonly tag?: string;
  readonly group?: string;
  readonly status: 'M' | 'C';
  readonly max: number;
  readonly children?: readonly Part[];
}

interface Component {
  readonly id: string;
  readonly status: 'M' | 'C';
  readonly format: string;
}

interface Element extends Partial<Component> {
  readonly id: string;
  readonly status: 'M' | 'C';
  readonly max: number;
  readonly components?: readonly Component[];
}

interface Reference {
  readonly messages: Readonly<Record<string, { readonly structure: readonly Part[] }>>;
  readonly segments: Readonly<Record<string, { readonly elements: readonly Element[] }>>;
  readonly codelists: Readonly<Record<string, { readonly codes: Readonly<Record<string, string>> }>>;
}

const star = (status: 'M' | 'C'): string => (status === 'M' ? '*' : '');
const times = (max: number): string => (max > 1 ? String(max) : '');

/** `NAD* LOC9 SG12[9](CTA* COM9)`: a star is mandatory, a number how often. */
const structureText = (parts: readonly Part[]): string =>
  parts
    .map(({ tag, group, status, max, children = [] }) =>
      group === undefined
        ? `${tag}${star(status)}${times(max)}`
        : `${group}${star(status)}[${max}](${structureText(children)})`,
    )
    .join(' ');

const tagsIn = (parts: readonly Part[]): string[] =>
  parts.flatMap(({ tag, children = [] }) => [...(tag === undefined ? [] : [tag]), ...tagsIn(children)]);

function derive(folder: string, edition: string): object {
  const read = <Kind extends keyof Reference>(kind: Kind, file: string): Reference[Kind] => {
    const path = join(folder, `${edition}-${file}.json`);
    return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Reference)[kind] : {};
  };
  const [messages, segments, codelists] = [
    read('messages', 'messages'),
    read('segments', 'segments'),
    read('codelists', 'codes'),
  ];
  const structures = MESSAGES.map((name) => [name, messages[name]?.structure ?? []] as const);
  const used = [...new Set(structures.flatMap(([, parts]) => tagsIn(parts)))].filter((tag) => tag in segments).sort();
  const elements = used.flatMap((tag) => segments[tag]?.elements ?? []);
  const composites = elements.filter(({ components }) => components);
  const simple = [
    ...elements.filter(({ format }) => format),
    ...composites.flatMap(({ components = [] }) => components),
  ];
  return {
    directory: `${edition.slice(0, 1)}.${edition.slice(1)}`,
    messages: Object.fromEntries(structures.map(([name, parts]) => [name, structureText(parts)])),
    segments: table(used, (tag) => (segments[tag]?.elements ?? []).map(elementText).join(' ')),
    composites: table(
      composites.map(({ id }) => id),
      (id) => (composites.find((one) => one.id === id)?.components ?? []).map(elementText).join(' '),
    ),
    elements: table(
      simple.map(({ id }) => id),
      (id) => simple.find((one) => one.id === id)?.format ?? '',
    ),
    codes: table(
      simple.map(({ id }) => id).filter((id) => id in codelists),
      (id) => Object.keys(codelists[id]?.codes ?? {}).join(' '),
    ),
  };
}

const elementText = ({ id, status, max = 1 }: Pick<Component, 'id' | 'status'> & { readonly max?: number }): string =>
  `${id}${star(status)}${max > 1 ? `x${max}` : ''}`;

const table = (keys: readonly string[], textOf: (key: string) => string): Record<string, string> =>
  Object.fromEntries([...new Set(keys)].sort().map((key) => [key, textOf(key)]));

if (import.meta.main) {
  const [folder = '.'] = process.argv.slice(2);
  for (const edition of ['D95B', 'D99B', 'D00B']) {
    const path = new URL(`${edition}.json`, import.meta.url);
    writeFileSync(path, JSON.stringify(derive(folder, edition), undefined, 2) + '\n');
  }
}
