import { readFileSync } from 'node:fs';
import type { TransportDocument } from '#domain';
import fc from 'fast-check';
import { readDocument } from '../../read-document.js';
import { smgsConsignmentNote } from './index.js';

const sample = readFileSync(new URL('samples/valid/chongqing-qinzhou-engines.smgs.json', import.meta.url), 'utf8');

/** Bytes → tree → consignment → JSON and back, with values written over places of the sample. */
function throughTheRecord(values: Readonly<Record<string, string>>): TransportDocument {
  const note: unknown = JSON.parse(sample);
  for (const [pointer, value] of Object.entries(values)) writeAt(note, pointer.split('/'), value);
  const { document, findings } = readDocument(Buffer.from(JSON.stringify(note)), [smgsConsignmentNote]);
  if (!document) throw new Error(JSON.stringify(findings));
  return JSON.parse(JSON.stringify(document)) as TransportDocument;
}

function writeAt(tree: unknown, steps: readonly string[], value: string): void {
  const holder = steps.slice(0, -1).reduce((node, step) => node[step] as Node, tree as Node);
  holder[steps.at(-1)!] = value;
}

type Node = Record<string, unknown>;

const CONSIGNMENT = 'specifiedConsignment/0';
const ITEM = `${CONSIGNMENT}/includedConsignmentItem/0`;

const words = fc.constantFrom(
  '摩托车发动机',
  '重庆渝岚',
  'Мука пшеничная',
  'ข้าวหอมมะลิ',
  'HẢI PHÒNG',
  'e\u0301\u0323',
  '🚂👩‍🔧🇨🇳',
  '𠀀𠮷',
  '\u200f',
  '"\\/',
  '1.10',
  '007',
);
const text = fc
  .oneof(words, fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'binary', minLength: 1 }))
  .filter((written) => !written.includes('\0'));
const code = fc.stringMatching(/^0{0,6}[0-9A-Z]{1,40}$/);
const decimal = fc.stringMatching(/^(0|[1-9]\d{0,40})(\.\d{1,40})?$/);

describe('what a note says survives to the record', () => {
  it('texts in any script', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { goods, parties, legs } = throughTheRecord({
          [`${ITEM}/natureIdCargo/0/id/0/content`]: written,
          [`${CONSIGNMENT}/consignor/name/0/content`]: written,
          [`${CONSIGNMENT}/consignor/postalTradeAddress/streetName/0/content`]: written,
          [`${CONSIGNMENT}/mainCarriageLogisticsTransportMovement/0/departureEvent/0/occurrenceLogisticsLocation/name/0/content`]:
            written,
        });
        expect(goods[0]?.names[0]?.text).toBe(written);
        expect(parties[0]?.names[0]?.text).toBe(written);
        expect(parties[0]?.address?.lines).toEqual([written]);
        expect(legs[0]?.from.names[0]?.text).toBe(written);
      }),
    );
  });

  it('codes and numbers, leading zeros and all', () => {
    fc.assert(
      fc.property(code, (written) => {
        const document = throughTheRecord({
          'exchangedDocument/id/content': written,
          'exchangedDocument/referenceReferencedDocument/0/id/0/content': written,
          [`${CONSIGNMENT}/consignor/id/0/content`]: written,
          [`${CONSIGNMENT}/consignor/postalTradeAddress/postcodeCode/0/content`]: written,
          [`${CONSIGNMENT}/utilizedLogisticsTransportEquipment/0/affixedLogisticsSeal/0/id/0/content`]: written,
          [`${ITEM}/x-commodityCodes/0/content`]: written,
        });
        expect(document.number).toBe(written);
        expect(document.references[0]?.value).toBe(written);
        expect(document.parties[0]?.codes[0]?.code).toBe(written);
        expect(document.parties[0]?.address?.postcode).toBe(written);
        expect(document.containers[0]?.seals).toEqual([written]);
        expect(document.goods[0]?.railCodes[0]?.code).toBe(written);
      }),
    );
  });

  it('decimals, to the last digit', () => {
    fc.assert(
      fc.property(decimal, (written) => {
        const { goods, containers, totals } = throughTheRecord({
          [`${ITEM}/grossWeight/0/content`]: written,
          [`${ITEM}/transportLogisticsPackage/0/itemQuantity/content`]: written,
          [`${CONSIGNMENT}/grossWeight/0/content`]: written,
          [`${CONSIGNMENT}/utilizedLogisticsTransportEquipment/0/tareWeight/content`]: written,
        });
        expect(goods[0]).toMatchObject({ grossMassKg: written, packages: written });
        expect(goods[0]?.stowage[0]).toMatchObject({ grossMassKg: written, packages: written });
        expect(containers[0]?.tareKg).toBe(written);
        expect(totals.grossMassKg).toBe(written);
      }),
    );
  });
});

describe('whatever stands in a note', () => {
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('', '0', '-1', 'https://a.example', '2026-02-30T00:00:00Z', '__proto__'),
  );

  it('reading it never throws, and it is accepted or rejected', () => {
    const pointers = pointersOf(JSON.parse(sample), '');
    fc.assert(
      fc.property(fc.constantFrom(...pointers), anything, (pointer, value) => {
        const note: unknown = JSON.parse(sample);
        writeAt(note, pointer.slice(1).split('/'), value as string);
        const { document, findings } = readDocument(Buffer.from(JSON.stringify(note)), [smgsConsignmentNote]);
        expect(document === undefined).toBe(findings.some(({ severity }) => severity === 'error'));
      }),
      { numRuns: 500 },
    );
  });
});

const pointersOf = (node: unknown, pointer: string): string[] =>
  typeof node === 'object' && node !== null
    ? Object.entries(node).flatMap(([key, value]) => [`${pointer}/${key}`, ...pointersOf(value, `${pointer}/${key}`)])
    : [];
