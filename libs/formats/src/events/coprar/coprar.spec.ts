import { readFileSync } from 'node:fs';
import { describeFormat } from '../../testing/format-suite.js';
import { describeEquipmentMessage } from '../../edifact-events/testing/equipment-message-suite.js';
import { coprar } from './index.js';

const sample = (name: string): string =>
  readFileSync(new URL(`samples/valid/${name}.coprar.edi`, import.meta.url), 'latin1');

describeFormat(coprar, new URL('./', import.meta.url));

describeEquipmentMessage(coprar, sample('load-list-95b'));
