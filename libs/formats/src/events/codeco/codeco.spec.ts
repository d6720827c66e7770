import { readFileSync } from 'node:fs';
import { describeFormat } from '../../testing/format-suite.js';
import { describeEquipmentMessage, describeReefers } from '../../edifact-events/testing/equipment-message-suite.js';
import { codeco } from './index.js';

const sample = (name: string): string =>
  readFileSync(new URL(`samples/valid/${name}.codeco.edi`, import.meta.url), 'latin1');

describeFormat(codeco, new URL('./', import.meta.url));

describeEquipmentMessage(codeco, sample('gate-in-by-lorry-95b'));

describeReefers(codeco, sample('gate-out-by-train-00b'));
