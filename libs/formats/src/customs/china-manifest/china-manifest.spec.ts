import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Finding, OneDocument, Place, TransportDocument } from '#domain';
import { anyDocument } from '../../testing/any-transport-document.js';
import { recordOf } from '../../testing/record-of.js';
import type { XmlMembers } from '../../syntax/write-xml.js';
import { readXml, type XmlElement } from '../../syntax/xml.js';
import { checkStructure } from './check-structure.js';
import {
  documentNumberOf,
  manifestXml,
  readManifestReceipt,
  writeManifest,
  writeManifestDeletion,
  type ManifestMessage,
  type ManifestOrder,
} from './index.js';
import { DECLARATION_RULES, HEAD_RULES } from './structure.js';

const sample = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url));
const engines = JSON.parse(
  readFileSync(new URL('../../../../../schemas/one-document/v1/examples/engines.json', import.meta.url), 'utf8'),
) as OneDocument;

const order: ManifestOrder = {
  mode: 'sea',
  type: 'export',
  function: 'original',
  messageId: 'YUXIN_20261110_0001',
  senderId: '7216450700123',
  receiverId: 'EPORT',
  sentAt: '2026-11-10T01:30:00.250Z',
  customsOffice: '7216',
  transmitterId: '450700199001',
};

function written(record: OneDocument, given: ManifestOrder): ManifestMessage {
  const { message, ...rest } = writeManifest(record, given);
  if (!message) throw new Error(JSON.stringify(rest));
  return message;
}

const lackingFrom = (record: OneDocument, change: Partial<ManifestOrder> = {}): string[] => {
  const result = writeManifest(record, { ...order, ...change });
  return result.message ? [] : result.findings.map(({ code, path }) => `${code} ${path}`);
};

const CHINESE = { unLocode: 'CNQZH', names: [] };
const FOREIGN = { unLocode: 'SGSIN', names: [] };

const PARTIES: TransportDocument['parties'] = [
  { role: 'consignor', names: [{ text: '重庆山涧动力机械有限公司' }], codes: [], contacts: [{ name: '李工' }] },
  { role: 'consignee', names: [{ text: 'TO ORDERLY TRADERS' }], codes: [{ scheme: 'AEO', code: 'AEOSG198801234D01' }] },
];

/** White space at the ends, the kind of line end and characters that are none of XML's are not kept. */
const kept = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, ' ')
    .replace(/\r\n?/g, '\n')
    .replace(/^[ \t\n]+|[ \t\n]+$/g, '');

const textsOf = ({ children, text }: XmlElement): string[] =>
  children.length === 0 ? [text] : children.flatMap(textsOf);

const textsIn = (members: XmlMembers): string[] =>
  Object.entries(members)
    .filter(([name, value]) => !name.startsWith('@') && value !== undefined)
    .flatMap(([, value]) => [value as string | XmlMembers | readonly XmlMembers[]].flat())
    .flatMap((value) => (typeof value === 'string' ? [kept(value)] : textsIn(value)));

describe('a China manifest', () => {
  it('of the sea leg that leaves China', () => {
    expect(manifestXml(written(engines, order)).toString()).toBe(sample('engines.MT2101.xml').toString());
  });

  it('names what the record and the order lack, in both languages', () => {
    const { customsOffice: _office, transmitterId: _transmitter, ...bare } = order;
    const legs = engines.legs.map(({ voyage: _voyage, ...leg }) => leg);
    const parties = engines.parties.filter(({ role }) => role !== 'seaCarrier');
    const result = writeManifest({ ...engines, legs, parties }, bare);
    expect(result.message).toBeUndefined();
    const findings = result.message ? [] : result.findings;
    expect(findings.map(({ path }) => path)).toEqual([
      '/Declaration/DeclarationOfficeID',
      '/Declaration/BorderTransportMeans/JourneyID',
      '/Declaration/Carrier',
      '/Declaration/RepresentativePerson',
    ]);
    expect(findings[0]).toMatchObject({ code: 'MANIFEST.LACKING', message: { en: /four digits/, zh: /四位关区代码/ } });
  });

  it.each([
    ['a leg of that mode over the border', engines, { mode: 'rail' as const }, '/Declaration/BorderTransportMeans'],
    ['a leg in that direction', engines, { type: 'import' as const }, '/Declaration/BorderTransportMeans'],
    ['one document in force', { ...engines, transportDocuments: [] }, {}, '/Declaration/Consignment'],
  ])('needs %s', (_what, record, change, path) => {
    expect(lackingFrom(record, change)).toEqual([`MANIFEST.LACKING ${path}`]);
  });

  it.each([
    ['was heard first', true],
    ['was heard last', false],
  ])('has the numbers of the railway note over the border, where the note to it %s', (_what, toItFirst) => {
    const place = (unLocode: string): Place => ({ unLocode, names: [] });
    const [DUISBURG, BREST, CHONGQING] = [place('DEDUI'), place('BYBQT'), place('CNCKG')];
    const noteOf = (number: string, from: Place, to: Place, grossMassKg: string): TransportDocument => ({
      kind: 'railWaybill',
      mode: 'rail',
      number,
      purpose: 'original',
      references: [],
      parties: PARTIES,
      goods: [
        {
          sequence: '1',
          names: [{ text: 'Motoren' }],
          railCodes: [],
          hsCodes: ['840732'],
          packages: '120',
          grossMassKg,
          stowage: [],
          dangerousGoods: [],
          path: '',
        },
      ],
      containers: [{ number: 'XQLU3054382', checkDigitValid: true, seals: [], path: '' }],
      wagons: [],
      legs: [{ mode: 'rail', from, to, train: number, path: '' }],
      totals: {},
    });
    const notes = [noteOf('CIM1', DUISBURG, BREST, '9600'), noteOf('SM1', BREST, CHONGQING, '9800')];
    const record = recordOf(...(toItFirst ? notes : notes.toReversed()));
    const message = written(record, { ...order, mode: 'rail', type: 'import', carrierId: 'RAIL1' });
    expect(documentNumberOf(message)).toBe('SM1');
    expect(message.Declaration).toMatchObject({
      Consignment: { GovernmentAgencyGoodsItem: { GoodsMeasure: { GrossMassMeasure: { '#text': '9800' } } } },
    });
    expect(record.discrepancies).toMatchObject([{ code: 'GROSS_MASS', other: [{ value: '9600' }] }]);
  });

  it('to order needs a notify party', () => {
    const toOrder = engines.parties
      .filter(({ role }) => role !== 'notify')
      .map((party) =>
        party.role === 'consignee' ? { ...party, names: [{ text: 'To the Order of the bank' }] } : party,
      );
    expect(lackingFrom({ ...engines, parties: toOrder })).toEqual([
      'MANIFEST.LACKING /Declaration/Consignment/NotifyParty',
    ]);
  });

  it('of dangerous goods names them and who answers for them', () => {
    const dangerous = {
      unNumber: '1263',
      properShippingName: 'PAINT',
      hazardClass: '3',
      packingGroup: 'II',
      regulation: 'IMDG',
    } as const;
    const [first, ...others] = engines.goodsItems;
    const goodsItems = [{ ...first!, dangerousGoods: [{ unNumber: '1263', declared: { sea: dangerous } }] }, ...others];
    const record = { ...engines, goodsItems };
    expect(lackingFrom(record)).toEqual(['MANIFEST.LACKING /Declaration/Consignment/UNDGContact/Name']);
    const parties = engines.parties.map((party) =>
      party.role === 'consignor' ? { ...party, contacts: [{ name: '李工', phone: '+86 23 0000' }] } : party,
    );
    const xml = manifestXml(written({ ...record, parties }, order)).toString();
    expect(xml).toContain('<Description>摩托车发动机(150cc); UN 1263 PAINT, CLASS 3, PG II</Description>');
    expect(xml).toMatch(/<UNDGContact>\s*<Name>李工<\/Name>\s*<Communication>\s*<ID>\+86 23 0000<\/ID>/);
  });

  it('by rail into China carries the train, the way and the waybill', () => {
    const legs: OneDocument['legs'] = [
      {
        ...engines.legs[0]!,
        from: { unLocode: 'KZKHA', names: [] },
        to: { unLocode: 'CNHRS', names: [] },
        arrivesAt: '2026-11-07T23:30:00Z',
      },
    ];
    const message = written({ ...engines, legs }, { ...order, mode: 'rail', type: 'import', carrierId: 'KTZ' });
    const xml = manifestXml(message).toString();
    expect(xml).toContain('urn:Declaration:datamodel:standard:CN:MT1301:1');
    for (const part of [
      '<JourneyID>X9560</JourneyID>',
      '<TypeCode>2</TypeCode>',
      '<RoutingCountryCode>KZ</RoutingCountryCode>',
      '<ArrivalDateTime>202611080730086</ArrivalDateTime>',
      '<ID>CNHRS/7216</ID>',
    ])
      expect(xml).toContain(part);
    expect(documentNumberOf(message)).toBe('CQ26110417');
  });

  it('is not written of a house bill, which the message cannot place under its master bill', () => {
    const transportDocuments = engines.transportDocuments.map((document) =>
      document.kind === 'billOfLading' ? { ...document, billLevel: 'house' as const, masterBill: 'MBL' } : document,
    );
    const { findings = [] } = writeManifest({ ...engines, transportDocuments }, order) as {
      findings?: readonly Finding[];
    };
    expect(findings.map(({ path, message }) => [path, message.en])).toEqual([
      ['/Declaration/Consignment/TransportContractDocument', expect.stringContaining('house bill')],
    ]);
  });

  it('by rail is not written of a waybill that other records share, and says so where it crosses the border', () => {
    const transportDocuments = engines.transportDocuments.map((document) =>
      document.kind === 'railWaybill' ? { ...document, shared: true as const } : document,
    );
    const told = (legs: OneDocument['legs']) => {
      const record = { ...engines, legs, transportDocuments };
      const { findings = [] } = writeManifest(record, { ...order, mode: 'rail', carrierId: 'CR' }) as {
        findings?: readonly Finding[];
      };
      return findings.map(({ path, message }) => [path, message.en]);
    };
    const [rail] = engines.legs;
    expect(told([{ ...rail!, to: { unLocode: 'PLMLW', names: [] } }])).toEqual([
      ['/Declaration/Consignment', expect.stringContaining('goods of other records')],
    ]);
    expect(told(engines.legs)).toEqual([
      ['/Declaration/BorderTransportMeans', expect.stringContaining('No leg of this mode crosses the border')],
    ]);
  });

  it('by rail is of the waybill over the border, also where another carries the same goods on', () => {
    const waybill = engines.transportDocuments.find(({ kind }) => kind === 'railWaybill')!;
    const onward = { ...waybill, documentId: '00000000-0000-7000-8000-00000000c1b0', number: '51-2180-0011' };
    const [first] = engines.legs;
    const legs: OneDocument['legs'] = [
      { ...first!, to: { unLocode: 'PLMLW', names: [] } },
      {
        ...first!,
        sequence: 2,
        from: { unLocode: 'PLMLW', names: [] },
        to: { unLocode: 'DEDUI', names: [] },
        sources: [onward.documentId],
      },
    ];
    const record = { ...engines, legs, transportDocuments: [waybill, onward] };
    const byRail = { ...order, mode: 'rail' as const, carrierId: 'CR' };
    expect(documentNumberOf(written(record, byRail))).toBe('CQ26110417');
    const sharedBy = (...sources: string[]) => ({
      ...record,
      goodsItems: engines.goodsItems.map((item) => ({ ...item, sources })),
      equipment: engines.equipment.map((box) => ({ ...box, sources: [waybill.documentId, onward.documentId] })),
    });
    expect(documentNumberOf(written(sharedBy(waybill.documentId, onward.documentId), byRail))).toBe('CQ26110417');
    for (const unsure of [
      sharedBy(onward.documentId, waybill.documentId),
      { ...sharedBy(waybill.documentId, onward.documentId), equipment: engines.equipment },
    ])
      expect(lackingFrom(unsure, byRail)).toEqual(['MANIFEST.LACKING /Declaration/Consignment']);
  });

  it('is taken back under a number of its own', () => {
    const result = writeManifestDeletion(
      written(engines, order),
      { messageId: 'YUXIN_20261110_0002', sentAt: '2026-11-10T02:00:00Z' },
      '退关',
    );
    const xml = result.message ? manifestXml(result.message).toString() : '';
    expect(xml).toContain('<FunctionCode>3</FunctionCode>');
    expect(xml).toMatch(/<Consignment>\s*<TransportContractDocument>\s*<ID>HBLQZH2611042<\/ID>/);
    expect(xml).not.toContain('ConsignmentItem');
  });

  it('that is written is read again with every text, or is refused; what is written has the structure', () => {
    const form = {
      kind: 'billOfLading',
      roles: ['notify'],
      hasVersion: false,
      hasVolume: true,
      hasStations: false,
      hasWagons: false,
      references: [],
    } as const;
    let taken = 0;
    fc.assert(
      fc.property(anyDocument(form), (document) => {
        const legs = document.legs.map((leg) => ({ ...leg, voyage: '046S', from: CHINESE, to: FOREIGN }));
        const result = writeManifest(
          recordOf({ ...document, legs, parties: [...PARTIES, ...document.parties.slice(0, 1)] }),
          { ...order, carrierId: 'HBLX' },
        );
        if (!result.message) return result.findings.every(({ code }) => code.startsWith('MANIFEST.'));
        taken += 1;
        const { Head, Declaration } = result.message;
        const reading = readXml(manifestXml(result.message).toString());
        if (!('source' in reading)) return false;
        expect(textsOf(reading.source.root)).toEqual([...textsIn(Head), ...textsIn(Declaration)]);
        return checkStructure(Declaration, DECLARATION_RULES, '').length === 0;
      }),
      { numRuns: 1_000 },
    );
    expect(taken).toBeGreaterThan(100);
  });
});

describe('the structure', () => {
  it.each([
    ['another order', { MessageType: 'MT2101', MessageID: 'A' }, 'MANIFEST.STRUCTURE '],
    ['another element', { Other: 'x' }, 'MANIFEST.STRUCTURE '],
    ['too many', { MessageID: [{}, {}] }, 'MANIFEST.STRUCTURE /MessageID'],
    ['a form', { MessageID: 'a b' }, 'MANIFEST.FORM /MessageID'],
    ['a length', { SenderID: 'x'.repeat(71) }, 'MANIFEST.LENGTH /SenderID'],
    ['elements where text is', { Version: {} }, 'MANIFEST.STRUCTURE /Version'],
  ])('refuses %s', (_what, members, expected) => {
    const found = checkStructure(members, HEAD_RULES, '').map(({ code, path }) => `${code} ${path}`);
    expect(found).toContain(expected);
  });
});

describe('a manifest receipt', () => {
  it('says what customs answers to which message', () => {
    expect(readManifestReceipt(sample('accepted.receipt.xml'))).toEqual({
      receipt: {
        messageId: 'YUXIN_20261110_0001',
        messageType: 'MT2101',
        code: '01',
        text: '海关接受申报',
        at: '2026-11-10T10:15:00.000+08:00',
      },
    });
  });

  it('need not say when it was sent', () => {
    expect(readManifestReceipt(changed(/<SendTime>.*<\/SendTime>/, '')).receipt).not.toHaveProperty('at');
  });

  const changed = (from: string | RegExp, to: string) =>
    Buffer.from(sample('accepted.receipt.xml').toString().replace(from, to));

  it.each([
    ['says nothing of customs', sample('transmission-only.receipt.xml'), ['MANIFEST_RECEIPT.CODE']],
    ['has another code', changed('>01<', '>99<'), ['MANIFEST_RECEIPT.CODE']],
    ['has a code that every object has', changed('>01<', '>constructor<'), ['MANIFEST_RECEIPT.CODE']],
    ['is of two types', changed('<MessageType>MT2101', '<MessageType>MT1101'), ['MANIFEST_RECEIPT.MESSAGE_TYPE']],
    ['answers no message', changed(/<MessageID>.*<\/MessageID>/, ''), ['MANIFEST_RECEIPT.NO_MESSAGE_ID']],
    [
      'says different things',
      changed(
        '</Response>',
        '<Consignment><AdditionalInformation><StatementCode>03</StatementCode></AdditionalInformation></Consignment></Response>',
      ),
      ['MANIFEST_RECEIPT.SEVERAL_CODES'],
    ],
    ['was sent at no time there is', changed('20261110101500000', '20261310101500000'), ['MANIFEST_RECEIPT.SEND_TIME']],
    ['was sent on a day alone', changed('20261110101500000', '20261110'), ['MANIFEST_RECEIPT.SEND_TIME']],
    ['is a manifest', sample('engines.MT2101.xml'), ['MANIFEST_RECEIPT.NOT_A_RECEIPT']],
    ['is no XML', Buffer.from('{}'), ['MANIFEST_RECEIPT.NOT_A_RECEIPT']],
    ['is cut off', changed('</Manifest>', ''), ['XML.UNCLOSED']],
  ])('that %s is not taken in', (_what, bytes, codes) => {
    const reading = readManifestReceipt(bytes);
    expect(reading.receipt ? [] : reading.findings.map(({ code }) => code)).toEqual(codes);
  });
});
