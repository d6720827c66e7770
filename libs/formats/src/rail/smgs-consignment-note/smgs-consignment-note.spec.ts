import { readFileSync } from 'node:fs';
import type { TransportDocument } from '#domain';
import { readDocument } from '../../read-document.js';
import { describeFormat } from '../../testing/format-suite.js';
import { smgsConsignmentNote } from './index.js';
import type { NoteConsignment, NoteItem } from '../../uncefact/rail-note/tree.types.js';
import type { SmgsNote } from './tree.types.js';

const folder = new URL('./', import.meta.url);

describeFormat(smgsConsignmentNote, folder);

type Writable<T> = T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;

interface Parts {
  readonly note: Writable<SmgsNote>;
  readonly consignment: Writable<NoteConsignment>;
  readonly items: Writable<NoteItem>[];
}

/** The engines' note with something changed. */
function readChanged(change: (parts: Parts) => void): { codes: string[]; document: TransportDocument | undefined } {
  const note = JSON.parse(
    readFileSync(new URL('samples/valid/chongqing-qinzhou-engines.smgs.json', folder), 'utf8'),
  ) as Writable<SmgsNote>;
  const consignment = note.specifiedConsignment![0]!;
  change({ note, consignment, items: consignment.includedConsignmentItem! });
  const { findings, document } = readDocument(Buffer.from(JSON.stringify(note)), [smgsConsignmentNote]);
  return { codes: findings.map(({ code }) => code), document };
}

describe('detection', () => {
  it('knows a note by its document type, or without one by its movement', () => {
    expect(readChanged(({ note }) => delete note.exchangedDocument!.typeCode).codes).toEqual([]);
    expect(readChanged(({ note }) => (note.exchangedDocument!.typeCode!.content = '705')).codes).toEqual([
      'DOCUMENT.UNKNOWN_FORMAT',
    ]);
  });

  it.each([
    '[]',
    '[[]]',
    '{"exchangedDocument": null}',
    '{"exchangedDocument": {"typeCode": "720"}}',
    '{"specifiedConsignment": {}}',
  ])('is not confused by %s', (text) => {
    const { findings } = readDocument(Buffer.from(text), [smgsConsignmentNote]);
    expect(findings.map(({ code }) => code)).toEqual(['DOCUMENT.UNKNOWN_FORMAT']);
  });
});

describe('versions', () => {
  const version = (versionId: string | undefined, amendment?: string) =>
    readChanged(({ note: { exchangedDocument } }) => {
      if (versionId === undefined) delete exchangedDocument!.versionId;
      else exchangedDocument!.versionId = { content: versionId };
      if (amendment) exchangedDocument!.amendmentPurposeCode = [{ content: amendment }];
    });

  it.each([
    [undefined, 'original'],
    ['0', 'original'],
    ['1', 'original'],
    ['01', 'original'],
    ['2', 'replacement'],
    ['10', 'replacement'],
  ])('version %s is the %s', (versionId, purpose) => {
    const { codes, document } = version(versionId);
    expect(codes).toEqual([]);
    expect(document?.purpose).toBe(purpose);
    expect(document?.version).toBe(versionId);
  });

  it.each(['A', '', '1.0', '-1', '9'.repeat(19)])('version %j cannot be put in order', (versionId) => {
    expect(version(versionId).codes).toEqual(['SMGS.VERSION']);
  });

  it('an amendment that the version does not bear out is told', () => {
    expect(version('1', '5')).toMatchObject({ codes: ['SMGS.AMENDMENT'], document: { purpose: 'original' } });
    expect(version('2', '77')).toMatchObject({ codes: ['SMGS.AMENDMENT'], document: { purpose: 'replacement' } });
  });

  it('a cancellation must name its own number', () => {
    const { codes } = readChanged(({ note: { exchangedDocument } }) => {
      exchangedDocument!.versionId = { content: '2' };
      exchangedDocument!.amendmentPurposeCode = [{ content: '1' }];
      exchangedDocument!.referenceReferencedDocument = [
        { id: [{ content: 'CQ26110418' }], referenceTypeCode: { content: 'WY' } },
      ];
    });
    expect(codes).toEqual(['SMGS.CANCELLATION_INCOMPLETE']);
  });
});

describe('commodity codes', () => {
  const railCodes = (change: (item: Writable<NoteItem>, parts: Parts) => void) => {
    const { codes, document } = readChanged((parts) => change(parts.items[0]!, parts));
    return { codes, railCodes: document?.goods[0]?.railCodes, hsCodes: document?.goods[0]?.hsCodes };
  };

  const gng = { scheme: 'GNG', code: '84073200' };

  it('from the extension member alone', () => {
    expect(railCodes((item) => delete item.applicableNote)).toEqual({ codes: [], railCodes: [gng], hsCodes: [] });
  });

  it.each(['GNG 84073200', 'GNG: 84073200', 'ГНГ 84073200', 'nhm 84073200'])('from a note that reads %s', (content) => {
    const reading = railCodes((item) => {
      delete item['x-commodityCodes'];
      item.applicableNote = [{ content: [{ content }] }];
    });
    expect(reading).toEqual({ codes: [], railCodes: [gng], hsCodes: [] });
  });

  it('from the charges, when there is one item only', () => {
    const reading = railCodes((item, { consignment, items }) => {
      delete item['x-commodityCodes'];
      delete item.applicableNote;
      item.grossWeight![0]!.content = '15800.500';
      items.length = 1;
      consignment.applicableLogisticsServiceCharge!.length = 1;
    });
    expect(reading).toEqual({ codes: [], railCodes: [gng], hsCodes: [] });
  });

  it('of an unnamed list: eight digits are read as GNG and told, other notes are free text', () => {
    const noted = (content: string) =>
      railCodes((item) => {
        delete item['x-commodityCodes'];
        item.applicableNote = [
          { subjectCode: [{ content: 'AAA' }], contentCode: [{ content }], content: [{ content: 'see list' }] },
        ];
      });
    expect(noted('84073200')).toEqual({ codes: ['SMGS.COMMODITY_CODE_LIST'], railCodes: [gng], hsCodes: [] });
    expect(noted('840732')).toEqual({ codes: ['SMGS.NO_COMMODITY_CODE'], railCodes: [], hsCodes: [] });
  });

  it('HS codes stand apart from rail codes', () => {
    const reading = railCodes((item) => (item['x-commodityCodes'] = [{ listId: 'HS', content: '8407320000' }]));
    expect(reading).toEqual({ codes: [], railCodes: [gng], hsCodes: ['8407320000'] });
  });

  it('that contradict each other are both kept and told', () => {
    const reading = railCodes((item) => (item['x-commodityCodes'] = [{ listId: 'GNG', content: '84073300' }]));
    expect(reading).toMatchObject({
      codes: ['SMGS.COMMODITY_CODE_CONFLICT'],
      railCodes: [{ code: '84073300' }, { code: '84073200' }],
    });
    expect(railCodes((item) => (item.applicableNote![0]!.content = [{ content: 'GNG 84073300' }])).codes).toEqual([
      'SMGS.COMMODITY_CODE_CONFLICT',
    ]);
  });

  it.each([
    [{}],
    ['84073200'],
    [[null]],
    [[{ listId: 'GNG', content: 84073200 }]],
    [[{ content: '84073200' }]],
    [[{ listId: 'GNG', content: '' }]],
  ])('x-commodityCodes as %j are told, not guessed', (written) => {
    const reading = railCodes((item) => (item['x-commodityCodes'] = written));
    expect(reading).toEqual({ codes: ['SMGS.COMMODITY_CODE_FORM'], railCodes: [gng], hsCodes: [] });
  });

  it.each(['TARIC', '__proto__', 'constructor'])('of a list called %s are told, not guessed', (listId) => {
    expect(railCodes((item) => (item['x-commodityCodes'] = [{ listId, content: '1' }])).codes).toEqual([
      'SMGS.COMMODITY_CODE_LIST',
    ]);
  });
});

describe('places', () => {
  const departureFrom = (id: { content: string; schemeAgencyId?: string }, station?: string) => {
    const { codes, document } = readChanged(({ consignment }) => {
      const location =
        consignment.mainCarriageLogisticsTransportMovement![0]!.departureEvent![0]!.occurrenceLogisticsLocation!;
      location.id = [id];
      if (station === undefined) delete location.subordinateLocation;
    });
    return { codes, unLocode: document?.legs[0]?.from.unLocode, stationCode: document?.legs[0]?.from.stationCode };
  };

  it.each([
    [{ content: 'CNCQD' }, { codes: [], unLocode: 'CNCQD', stationCode: undefined }],
    [
      { content: '68312', schemeAgencyId: '12' },
      { codes: [], unLocode: undefined, stationCode: '68312' },
    ],
    [{ content: '068312' }, { codes: [], unLocode: undefined, stationCode: '068312' }],
    [
      { content: 'CQD', schemeAgencyId: '12' },
      { codes: [], unLocode: undefined, stationCode: 'CQD' },
    ],
    [
      { content: '68312', schemeAgencyId: '6' },
      { codes: ['SMGS.UN_LOCODE'], unLocode: undefined, stationCode: '68312' },
    ],
  ])('%j', (id, expected) => {
    expect(departureFrom(id)).toEqual(expected);
  });
});

describe('times', () => {
  it.each([
    ['2026-11-04T12:30:00+08:00', '2026-11-04T12:30:00+08:00'],
    ['2026-11-04t12:30:00.50z', '2026-11-04T12:30:00.50Z'],
    ['2026-11-04 12:30:00+08', '2026-11-04T12:30:00+08:00'],
    ['2026-11-04T12:30:00-0330', '2026-11-04T12:30:00-0330'],
  ])('%s is kept as %s', (written, kept) => {
    const { codes, document } = readChanged(({ note, consignment }) => {
      note.exchangedDocument!.issueDateTime = written;
      consignment.carrierAcceptanceDateTime = written;
    });
    expect(codes).toEqual([]);
    expect(document?.issuedAt).toBe(kept);
    expect(document?.legs[0]?.departsAt).toBe(kept);
  });

  it('an arrival is compared with the acceptance as an instant, whatever the offsets', () => {
    const arriving = (actualOccurrenceDateTime: string) =>
      readChanged(({ consignment }) => {
        consignment.mainCarriageLogisticsTransportMovement![0]!.arrivalEvent![0]!.actualOccurrenceDateTime =
          actualOccurrenceDateTime;
      }).codes;
    expect(arriving('2026-11-04T05:30:00+01:00')).toEqual([]);
    expect(arriving('2026-11-04T05:29:59+01:00')).toEqual(['SMGS.DATE_ORDER']);
  });
});

describe('goods, equipment and totals', () => {
  it('an item of two kinds of packages has their sum and no single type', () => {
    const { document } = readChanged(({ items }) => {
      items[0]!.transportLogisticsPackage!.push({
        itemQuantity: { content: '5' },
        typeCode: [{ content: 'PK' }],
        type: [{ content: 'PACKAGES' }],
      });
    });
    expect(document?.goods[0]).toMatchObject({ packages: '125', packageText: 'CRATES, PACKAGES' });
    expect(document?.goods[0]).not.toHaveProperty('packageType');
  });

  it('packages that are not all counted have no sum', () => {
    const { document } = readChanged(({ items }) =>
      items[0]!.transportLogisticsPackage!.push({ typeCode: [{ content: 'PK' }] }),
    );
    expect(document?.goods[0]).not.toHaveProperty('packages');
    expect(document?.totals).not.toHaveProperty('packages');
  });

  it('a total that is not stated is the items’ sum', () => {
    const { codes, document } = readChanged(({ consignment }) => delete consignment.grossWeight);
    expect(codes).toEqual([]);
    expect(document?.totals.grossMassKg).toBe('15800.500');
  });

  it('dangerous goods name the list they are declared under', () => {
    const regulation = (code: string) =>
      readChanged(
        ({ items }) =>
          (items[0]!.applicableDangerousGoods = [
            { undgIdCode: { content: '3090' }, regulationCode: { content: code } },
          ]),
      ).document?.goods[0]?.dangerousGoods[0]?.regulation;
    expect(['RID', 'IMD', 'ZZZ'].map(regulation)).toEqual(['RID', 'IMDG', 'SMGS-2']);
  });

  it('a flashpoint in Fahrenheit is told, not converted', () => {
    const { codes, document } = readChanged(({ items }) => {
      const flashpointTemperatureMeasurement = [{ actual: [{ content: '80', unitCode: 'FAH' }] }];
      items[0]!.applicableDangerousGoods = [{ undgIdCode: { content: 'UN1263' }, flashpointTemperatureMeasurement }];
    });
    expect(codes).toEqual(['SMGS.FLASHPOINT_UNIT']);
    expect(document?.goods[0]?.dangerousGoods).toEqual([{ unNumber: '1263', regulation: 'SMGS-2' }]);
  });

  it('an item that names its wagon is not in a container', () => {
    const { codes, document } = readChanged(({ items }) => {
      items[0]!.associatedReferencedLogisticsTransportEquipment = [{ id: { content: '52001403' } }];
    });
    expect(codes).toEqual([]);
    expect(document?.goods[0]?.stowage).toEqual([]);
  });

  it('equipment without a category is a container if its number is one, and otherwise left out', () => {
    const listed = (content: string) =>
      readChanged(({ consignment }) => {
        consignment.utilizedLogisticsTransportEquipment![2] = { id: { content } };
        consignment.transportEquipmentQuantity = [];
      });
    expect(listed('YDAU 200530-8').document?.containers.map(({ number }) => number)).toEqual([
      'YDAU2004174',
      'YDAU2004180',
      'YDAU2005308',
    ]);
    expect(listed('52001403')).toMatchObject({ codes: ['SMGS.EQUIPMENT_KIND'], document: { wagons: [] } });
    expect(listed('')).toMatchObject({ codes: ['EQUIPMENT.NO_NUMBER'] });
    expect(listed('YDAU2004174')).toMatchObject({ codes: ['EQUIPMENT.REPEATED'] });
  });

  it('a mass below zero is an error', () => {
    expect(readChanged(({ items }) => (items[0]!.grossWeight![0]!.content = '-9600.000')).codes).toEqual([
      'SMGS.NEGATIVE_MASS',
      'SMGS.GROSS_MASS_SUM',
    ]);
  });

  it('a note without goods is taken in with a warning', () => {
    const { codes, document } = readChanged(({ consignment }) => delete consignment.includedConsignmentItem);
    expect(codes).toEqual(['SMGS.NO_GOODS']);
    expect(document?.goods).toEqual([]);
  });
});

describe('parties and references', () => {
  it('identifiers keep the scheme they are given in', () => {
    const { document } = readChanged(({ consignment }) => {
      consignment.consignor!.id = [
        { content: '0002187', schemeAgencyId: 'ZZZ' },
        { content: 'AEOCN5001960066' },
        { content: '529900T8BM49AURSDO55', schemeAgencyId: '5' },
      ];
      consignment.consignorAgent!.id = [{ content: '91500112MA5U000000', schemeId: 'USCC' }];
    });
    expect(document?.parties[0]?.codes).toEqual([
      { scheme: 'PARTY', code: '0002187' },
      { scheme: 'AEO', code: 'AEOCN5001960066' },
      { scheme: 'UNTDID-3055:5', code: '529900T8BM49AURSDO55' },
    ]);
    expect(document?.parties[3]?.codes).toEqual([{ scheme: 'USCC', code: '91500112MA5U000000' }]);
  });

  it('references are told apart by their type', () => {
    const { document } = readChanged(({ note, consignment }) => {
      note.exchangedDocument!.referenceReferencedDocument = [
        { id: [{ content: 'B1' }], referenceTypeCode: { content: 'BM' } },
        { id: [{ content: 'T1' }], typeCode: { content: '761' } },
        { id: [{ content: 'W1' }], referenceTypeCode: { content: 'WY' } },
        { id: [{ content: 'X1' }] },
        { referenceTypeCode: { content: 'BN' } },
      ];
      consignment.carrierAssignedId = { content: 'B2' };
      consignment.id = [{ content: '007' }];
    });
    expect(document?.references).toEqual([
      { type: 'transportDocument', value: 'B1' },
      { type: 'throughDocument', value: 'T1' },
      { type: 'transportDocument', value: 'W1' },
      { type: 'other', value: 'X1' },
      { type: 'booking', value: 'B2' },
      { type: 'other', value: '007' },
    ]);
  });
});

it('a number longer than anybody adds up is refused', () => {
  const codesOf = (content: string): string[] =>
    readChanged(({ items }) => (items[1]!.grossWeight = [{ content, unitCode: 'KGM' }])).codes;
  expect(codesOf('6200.5'.padEnd(100, '0'))).toEqual([]);
  expect(codesOf('6200.5'.padEnd(101, '0'))).toEqual(['SCHEMA.LENGTH']);
});
