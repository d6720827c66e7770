import { readFileSync } from 'node:fs';
import { extractText, getDocumentProxy } from 'unpdf';
import { buildCrosswalk } from '#crosswalk';
import { projectRoot } from '#contracts';
import type { Container, GoodsLine, OneDocument, TransportDocument } from '#domain';
import { readDocument } from '#formats';
import { container, held, waybill as waybillOf } from '../../../../libs/domain/src/testing/documents.js';
import { Workspace } from '../join-documents/workspace.js';
import { showRecordAsPdf } from './show-record-as-pdf.js';

const SAMPLES = 'libs/formats/src/';
const ADDRESS = 'https://yidan.example/v1/one-documents/01a00000-0000-7000-8000-000000000001';

const sample = (path: string): TransportDocument => {
  const { document } = readDocument(readFileSync(new URL(SAMPLES + path, projectRoot)));
  if (!document) throw new Error(`${path} is not read.`);
  return document;
};

function recordOf(...documents: readonly TransportDocument[]): OneDocument {
  const room = new Workspace(new Map(), [], buildCrosswalk(), '2026-11-23T00:00:00.000Z');
  for (const document of documents) room.place(held(document));
  return room.made.at(-1)?.record as OneDocument;
}

const paint = (): OneDocument =>
  recordOf(
    sample('rail/china-rail-waybill/samples/valid/chengdu-qinzhou-paint.waybill.xml'),
    sample('ocean/dcsa-transport-document/samples/valid/qinzhou-singapore-paint.dcsa.json'),
  );

/** Its text page by page, without the blanks: where a line is broken does not matter. */
async function pagesOf(record: OneDocument): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await showRecordAsPdf(record, ADDRESS))));
  return text.map((page) => page.replace(/\s/g, ''));
}

const printed = async (record: OneDocument): Promise<string> => (await pagesOf(record)).join('');

const unbroken = (text: string): string => text.replace(/\s/g, '');

describe('a record as PDF', () => {
  it('holds both names of the goods, the parties and what the documents disagree on', async () => {
    const text = await printed(paint());
    for (const expected of [
      '陶瓷餐具',
      'PORCELAIN TABLEWARE',
      'ACRYLIC PAINT, SOLVENT BASED',
      'HS 320820',
      'CN-RAIL 1590000',
      '成都锦漆化工有限公司',
      'NANYANG COLOUR TRADING PTE. LTD.',
      '当事方代码 Party code: FWD-LUHAI',
      '毛重不一致 Gross mass differs',
      '8800.00',
      '8950.00',
      'CDQ2611080093',
      'HBLQZH2611057',
      '2026-11-23T00:00:00.000Z',
    ])
      expect(text).toContain(unbroken(expected));
  });

  it('holds what is in each of several containers, as each side states it', async () => {
    const waybill = sample('rail/smgs-consignment-note/samples/valid/chongqing-qinzhou-engines.smgs.json');
    const bill = sample('ocean/dcsa-transport-document/samples/valid/qinzhou-singapore-engines.dcsa.json');
    const [engines, parts] = waybill.goods as [GoodsLine, GoodsLine];
    const stowage = parts.stowage.map((part, index) => ({ ...part, packages: ['131', '180'][index] as string }));
    const text = await printed(recordOf({ ...waybill, goods: [engines, { ...parts, stowage }] }, bill));
    for (const expected of [
      'YDAU2004174: 铁路 Rail 131 / 海运 Sea 130 件 pkgs 2600.50 kg',
      'YDAU2004180: 180 件 pkgs 3600.000 kg',
      '箱内件数不一致 Packages in the container differ',
      '各箱件数之和与货物不符 Packages of the containers are not those of the goods',
    ])
      expect(text).toContain(unbroken(expected));
  });

  it('holds how reefers are to be run, and what each side wants where they differ', async () => {
    const lemons = sample('ocean/dcsa-transport-document/samples/valid/qinzhou-singapore-lemons.dcsa.json');
    const [cold, dry] = lemons.containers as [Container, Container];
    const setPoint = { value: '51', unit: 'FAH' } as const;
    const waybill = waybillOf({ containers: [{ ...cold, reeferSettings: { setPoint } }, dry] });
    const text = await printed(recordOf(waybill, lemons));
    for (const expected of [
      '铁路 Rail 51 °F',
      '海运 Sea 10.50 °C, 90 % RH, 25.0 m³/h',
      'NOR：冷藏箱不运行 non-operating reefer',
      '冷藏箱设定不一致 Reefer settings differ',
    ])
      expect(text).toContain(unbroken(expected));
  });

  it('holds dangerous goods as declared and as listed', async () => {
    const text = await printed(paint());
    for (const expected of [
      'UN 1263',
      '铁危编号 China rail no. 32198',
      'IMDG 42-24',
      '类别 Class 3',
      '包装类别 PG III',
    ])
      expect(text).toContain(unbroken(expected));
  });

  it('writes every script of the corridor, and by code point what no font carries', async () => {
    const names = ['Двигатели мотоциклетные', 'Қазақстан темір жолы', 'บริษัท ไทย', 'Đà Nẵng', '摩托车发动机', '臺灣'];
    const bill = sample('ocean/dcsa-transport-document/samples/valid/qinzhou-singapore-paint.dcsa.json');
    const texts = [...names, 'قطار 🚂'].map((text) => ({ text }));
    const text = await printed(recordOf({ ...bill, parties: [{ role: 'other', names: texts, codes: [] }] }));
    for (const name of names) expect(text).toContain(unbroken(name));
    expect(text).toContain('[U+0642][U+0637][U+0627][U+0631]');
    expect(text).toContain('[U+1F682]');
  });

  it('holds every container of a long train, with its seal, and numbers the pages', async () => {
    const bill = sample('ocean/dcsa-transport-document/samples/valid/qinzhou-singapore-paint.dcsa.json');
    const containers = Array.from({ length: 200 }, (_, index) =>
      container(`YDAU${2_000_000 + index}`, { seals: [`SEAL${index}X`], grossMassKg: '24000.500', sizeType: '45G1' }),
    );
    const pages = await pagesOf(recordOf({ ...bill, containers }));
    for (const { number } of containers) expect(pages.join('')).toContain(`${number}45G1`);
    for (const { seals } of containers) expect(pages.join('')).toContain(seals[0]);
    for (const [index, page] of pages.entries()) expect(page).toContain(`Page${index + 1}of${pages.length}`);
  });

  it('says the same version with the same bytes', async () => {
    const record = paint();
    expect(await showRecordAsPdf(record, ADDRESS)).toEqual(await showRecordAsPdf(record, ADDRESS));
  });
});
