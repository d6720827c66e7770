import { readFileSync } from 'node:fs';
import { projectRoot } from '#contracts';
import { STEP_KINDS } from '../show-timeline/titles.js';
import { NEWS_KINDS } from './news-view.js';

const { schemas } = JSON.parse(readFileSync(new URL('schemas/api/openapi.json', projectRoot), 'utf8')).components;

it.each([
  ['a timeline', STEP_KINDS, schemas.TimelineStep.properties.kind.enum],
  ['the news', NEWS_KINDS, schemas.NewsKind.enum],
])('the description names every kind of step in %s', (_what, kinds, described) => {
  expect([...described].sort()).toEqual([...kinds].sort());
});
