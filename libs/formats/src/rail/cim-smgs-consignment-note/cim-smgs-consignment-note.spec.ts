import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { catalogue } from '../../catalogue.js';
import { readDocument } from '../../read-document.js';
import { describeFormat } from '../../testing/format-suite.js';
import { code, decimal, expectVerdictOnAnything, text, throughTheRecord } from '../../testing/survival.js';
import { cimSmgsConsignmentNote } from './index.js';

const folder = new URL('./', import.meta.url);
const sample = readFileSync(new URL('samples/valid/duisburg-xian-pumps.cim-smgs.json', folder), 'utf8');
const CONSIGNMENT = 'specifiedConsignment/0';
const ITEM = `${CONSIGNMENT}/includedConsignmentItem/0`;

describeFormat(cimSmgsConsignmentNote, folder);

describe('the two forms of the rail consignment note are told apart', () => {
  type Note = Record<string, object> & { specifiedConsignment: Record<string, unknown>[] };
  const CIM_ONLY = ['netWeight', 'packageType', 'carrierAcceptanceLogisticsLocation'];
  const ofSmgsOnly = [{ performanceDateTime: ['2026-10-09T10:00:00+03:00'] }];

  const verdict = (change: (note: Note, consignment: Record<string, unknown>) => void) => {
    const note = JSON.parse(sample) as Note;
    change(note, note.specifiedConsignment[0]!);
    const { format, findings } = readDocument(Buffer.from(JSON.stringify(note)), catalogue);
    return format ?? findings[0]?.code;
  };
  const guideline = (name: string) => (note: Note) => {
    note.exchangedDocumentContext = { guidelineSpecifiedDocumentContextParameter: [{ id: { content: name } }] };
  };
  const without = (members: readonly string[]) => (note: Note, consignment: Record<string, unknown>) => {
    delete note.exchangedDocumentContext;
    for (const member of members) delete consignment[member];
  };

  it.each([
    ['CIM/SMGS', 'unece-cim-smgs-d23b'],
    ['D23B-UNECE-MMTCIM-SMGSConsignmentNote', 'unece-cim-smgs-d23b'],
    ['ЦИМ/СМГС', 'unece-cim-smgs-d23b'],
    ['SMGS', 'unece-smgs-d23b'],
    ['СМГС', 'unece-smgs-d23b'],
    ['CIM', 'DOCUMENT.UNKNOWN_FORMAT'],
  ])('by the guideline %s: %s', (name, expected) => {
    expect(verdict(guideline(name))).toBe(expected);
  });

  it('without a guideline by members that only one form has', () => {
    expect(verdict(without([]))).toBe('unece-cim-smgs-d23b');
    expect(verdict(without(CIM_ONLY))).toBe('unece-smgs-d23b');
  });

  it('members of both forms and no guideline are not guessed at', () => {
    const mixed = verdict((note, consignment) => {
      delete note.exchangedDocumentContext;
      consignment.applicableCrossBorderRegulatoryProcedure = ofSmgsOnly;
    });
    expect(mixed).toBe('DOCUMENT.AMBIGUOUS_FORMAT');
  });
});

describe('what a note says survives to the record', () => {
  const read = (values: Readonly<Record<string, string>>) => throughTheRecord(cimSmgsConsignmentNote, sample, values);

  it('texts, codes and decimals', () => {
    fc.assert(
      fc.property(text, code, decimal, (words, digits, number) => {
        const {
          number: noteNumber,
          goods,
          containers,
          legs,
          parties,
        } = read({
          'exchangedDocument/id/content': digits,
          [`${CONSIGNMENT}/netWeight/0/content`]: number,
          [`${CONSIGNMENT}/packageType/0/content`]: words,
          [`${CONSIGNMENT}/consignor/id/0/content`]: digits,
          [`${CONSIGNMENT}/carrierAcceptanceLogisticsLocation/name/0/content`]: words,
          [`${CONSIGNMENT}/utilizedLogisticsTransportEquipment/0/affixedLogisticsSeal/0/id/0/content`]: digits,
          [`${ITEM}/natureIdCargo/0/id/0/content`]: words,
          [`${ITEM}/grossWeight/0/content`]: number,
        });
        expect(noteNumber).toBe(digits);
        expect(parties[0]?.codes[0]?.code).toBe(digits);
        expect(containers[0]?.seals).toEqual([digits]);
        expect(legs[0]?.from.names[0]?.text).toBe(words);
        expect(goods[0]).toMatchObject({ packageText: words, netMassKg: number, grossMassKg: number });
        expect(goods[0]?.names[0]?.text).toBe(words);
      }),
    );
  });
});

it('whatever stands in a note, it is accepted or rejected', () => {
  expectVerdictOnAnything(cimSmgsConsignmentNote, sample);
});
