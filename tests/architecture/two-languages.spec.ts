import { readFileSync } from 'node:fs';
import { projectRoot } from '#contracts';
import { tree } from './source-tree.js';

const sources = [...tree('apps/'), ...tree('libs/')].filter((path) => /(?<!\.spec)\.ts$/.test(path));

/** Literals after a name, strings and templates; what a template puts in is code. */
function literals(source: string, name: string): string[] {
  const found = source.matchAll(new RegExp(`\\b${name}: (?:'((?:[^'\\\\\\n]|\\\\.)+)'|\`([^\`]+)\`)`, 'g'));
  return [...found].map(([, text, template = '']) => text ?? template.replace(/\$\{[^}]*\}/g, ''));
}

describe('what people are told', () => {
  it('is Chinese where it says so', () => {
    const told = sources.flatMap((path) => literals(readFileSync(new URL(path, projectRoot), 'utf8'), 'zh'));
    expect(told.length).toBeGreaterThan(400);
    expect(told.filter((text) => /[a-z]/i.test(text) && !/\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it('is English where it says so', () => {
    const told = sources.flatMap((path) => literals(readFileSync(new URL(path, projectRoot), 'utf8'), 'en'));
    expect(told.length).toBeGreaterThan(400);
    expect(told.filter((text) => /^\p{Script=Han}/u.test(text))).toEqual([]);
  });
});
