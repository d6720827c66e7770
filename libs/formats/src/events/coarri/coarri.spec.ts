import { readFileSync } from 'node:fs';
import { describeFormat } from '../../testing/format-suite.js';
import { describeEquipmentMessage, describeReefers } from '../../edifact-events/testing/equipment-message-suite.js';
import { coarri } from './index.js';

const sample = (name: string): string =>
  readFileSync(new URL(`samples/valid/${name}.coarri.edi`, import.meta.url), 'latin1');

describeFormat(coarri, new URL('./', import.meta.url));

describeEquipmentMessage(coarri, sample('loaded-95b'));

describeReefers(coarri, sample('loaded-95b'));
