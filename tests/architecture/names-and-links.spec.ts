import { existsSync, readFileSync } from 'node:fs';
import { projectRoot } from '#contracts';
import { tree } from './source-tree.js';

const everything = tree();

describe('names', () => {
  it('say what is in a folder: none is a place for everything', () => {
    expect(everything.filter((path) => /(^|\/)(utils?|common|shared|helpers?|misc)\/$/.test(path))).toEqual([]);
  });
});

describe('links', () => {
  const pages = everything.filter((path) => path.endsWith('.md'));

  it.each(pages)('of %s lead somewhere', (page) => {
    const place = new URL(page, projectRoot);
    const broken = relativeLinks(readFileSync(place, 'utf8')).filter((link) => !leadsSomewhere(new URL(link, place)));
    expect(broken).toEqual([]);
  });
});

function leadsSomewhere(link: URL): boolean {
  const file = new URL(link);
  file.hash = '';
  if (!existsSync(file)) return false;
  return link.hash === '' || anchorsOf(readFileSync(file, 'utf8')).includes(decodeURIComponent(link.hash.slice(1)));
}

/** Headings as GitHub makes anchors of them. */
const anchorsOf = (markdown: string): string[] =>
  [...markdown.matchAll(/^#+ +(.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Targets of Markdown links and images within the project. Code is no link. */
function relativeLinks(markdown: string): string[] {
  const text = markdown.replace(/```[^]*?```|`[^`]*`/g, (code) => (code.startsWith('```') ? '' : 'code'));
  const targets = [...text.matchAll(/\]\(\s*<?([^)\s>]+)/g), ...text.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm)].map(
    ([, target]) => target as string,
  );
  return targets.filter((target) => target !== '' && !/^[a-z][a-z0-9+.-]*:/i.test(target));
}
