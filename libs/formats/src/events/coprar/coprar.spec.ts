import { readFileSync } from 'node:fs';
import { describeFormat } from '../../testing/format-suite.js';
import { describeEquipmentMessage, describeReefers } from '../../edifact-events/testing/equipment-message-suite.js';
import { readDocument } from '../../read-document.js';
import { coprar } from './index.js';

const sample = (name: string): string =>
  readFileSync(new URL(`samples/valid/${name}.coprar.edi`, import.meta.url), 'latin1');

describeFormat(coprar, new URL('./', import.meta.url));

describeEquipmentMessage(coprar, sample('load-list-95b'));

describeReefers(coprar, sample('load-list-95b'));

it('tells once that the ship’s time has no offset, however many containers go by it', () => {
  const list = sample('load-list-95b').replace(/CNQZH/g, 'RUVVO');
  const { findings, events } = readDocument(Buffer.from(list, 'latin1'), [coprar]);
  expect(events?.events.length).toBeGreaterThan(1);
  expect(findings.map(({ code }) => code)).toEqual(['EVENT.NO_OFFSET']);
  expect(findings[0]?.path).toMatch(/^\d+:DTM\/1\/2$/);
});
