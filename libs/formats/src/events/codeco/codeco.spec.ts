import { readFileSync } from 'node:fs';
import { readDocument } from '../../read-document.js';
import { describeFormat } from '../../testing/format-suite.js';
import { describeEquipmentMessage, describeReefers } from '../../edifact-events/testing/equipment-message-suite.js';
import { codeco } from './index.js';

const sample = (name: string): string =>
  readFileSync(new URL(`samples/valid/${name}.codeco.edi`, import.meta.url), 'latin1');

describeFormat(codeco, new URL('./', import.meta.url));

describeEquipmentMessage(codeco, sample('gate-in-by-lorry-95b'));

describeReefers(codeco, sample('gate-out-by-train-00b'));

describe('goods', () => {
  const withGoods = (placed: string) =>
    sample('gate-in-by-lorry-95b')
      .replace(/(?=EQD)/, `GID+1+10:PK'${placed}`)
      .replace('UNT+18', `UNT+${18 + placed.split("'").length}`);

  describeReefers(codeco, withGoods(`SGP+YDAU 200530 8+10'`), /GID.*?'/);

  it('in no container that is listed say nothing of how it is run, and their sender is told', () => {
    const { findings } = readDocument(Buffer.from(withGoods(`TMP+2+-018:CEL'`), 'latin1'), [codeco]);
    expect(findings.map(({ code }) => code)).toEqual(['EVENT.REEFER_SETTING']);
  });
});
