import {
  DECLARATION_TYPES,
  type DeclarationType,
  type OneDocument,
  type Place,
  type RecordLeg,
  type SourceDocument,
  type TransportMode,
} from '#domain';
import { seaLeg, shipmentA } from '../testing/shipment-a.js';
import { crossingOf, documentsOf } from './border-leg.js';

const place = (unLocode: string): Place => ({ unLocode, names: [] });

/** A journey over these places, `rail` unless a place is written `sea:…`. */
function journey(start: string, ...stops: string[]): OneDocument {
  const legs: RecordLeg[] = stops.map((stop, index) => {
    const [mode, to] = stop.includes(':') ? (stop.split(':') as [TransportMode, string]) : (['rail', stop] as const);
    const from = index === 0 ? start : (stops[index - 1]?.split(':').at(-1) as string);
    return { sequence: index + 1, mode, from: place(from), to: place(to), sources: [] };
  });
  return { ...shipmentA, legs };
}

const crossing = (record: OneDocument, type: DeclarationType) => crossingOf(record, type)?.border.sequence;
const passing = (...stops: [string, ...string[]]) => {
  const { border, exit } = crossingOf(journey(...stops), 'transit') ?? {};
  return border && [border.sequence, exit?.sequence];
};

describe('the leg over the border', () => {
  it('of an export is the last leg that leaves China', () => {
    expect(crossingOf(shipmentA, 'export')).toEqual({ border: seaLeg });
    expect(crossing(journey('CNCQD', 'CNQZH', 'sea:VNHPH', 'sea:CNSHA', 'sea:SGSIN'), 'export')).toBe(4);
  });

  it('of an import is the first leg that enters it', () => {
    const imported = journey('SGSIN', 'sea:CNQZH', 'CNCQD');
    expect(crossing(imported, 'import')).toBe(1);
    expect(crossing(imported, 'export')).toBeUndefined();
  });

  it('is not there for another direction and for goods that stay', () => {
    for (const type of ['import', 'transit'] as const) expect(crossing(shipmentA, type)).toBeUndefined();
    const domestic = journey('CNCQD', 'CNQZH');
    for (const type of DECLARATION_TYPES) expect(crossing(domestic, type)).toBeUndefined();
  });

  it('of a transit is the one that enters China, and the next that leaves it', () => {
    expect(passing('KZALA', 'CNLYG', 'sea:VNHPH')).toEqual([1, 2]);
    expect(passing('VNHPH', 'sea:CNQZH', 'CNXAN', 'KZAYK')).toEqual([1, 3]);
    expect(passing('KZALA', 'road:KZAYK', 'CNKHO', 'road:CNLYG', 'sea:KRPUS', 'sea:CNSHA', 'sea:USLGB')).toEqual([
      2, 4,
    ]);
    for (const type of ['export', 'import'] as const)
      expect(crossing(journey('KZALA', 'CNLYG', 'sea:VNHPH'), type)).toBeUndefined();
  });

  it('of a transit is not that of goods that are only transshipped', () => {
    expect(passing('KRPUS', 'sea:CNSHA', 'sea:VNHPH')).toBeUndefined();
    expect(passing('KRPUS', 'sea:CNSHA', 'inlandWaterway:CNNKG', 'sea:VNHPH')).toBeUndefined();
    expect(passing('KRPUS', 'sea:CNSHA', 'sea:JPTYO', 'sea:CNDLC', 'RUZBK')).toEqual([3, 4]);
  });

  it('of a transit is not there where goods stay in China, come from it, or nothing says where they cross', () => {
    expect(passing('KZALA', 'CNLYG')).toBeUndefined();
    expect(passing('CNLYG', 'KZALA', 'CNXAN', 'VNHPH')).toBeUndefined();
    expect(passing('KZALA', 'VNHPH')).toBeUndefined();
    expect(passing('KZALA', 'VNHPH', 'sea:CNLYG', 'KRPUS')).toEqual([2, 3]);
  });

  it('is of a journey from the place of receipt to the place of delivery that bills name', () => {
    const [waybill, bill] = shipmentA.transportDocuments as [SourceDocument, SourceDocument];
    const byBill = (ends: Partial<SourceDocument>, ...[start, ...stops]: [string, ...string[]]): OneDocument => ({
      ...shipmentA,
      legs: journey(start, ...stops).legs.map((leg) => ({ ...leg, sources: [bill.documentId] })),
      transportDocuments: [waybill, { ...bill, ...ends }],
    });
    const imported = (unLocode: string) => byBill({ placeOfDelivery: place(unLocode) }, 'TWKHH', 'sea:CNXAM');
    expect(crossing(imported('CNCKG'), 'import')).toBe(1);
    expect(crossing(imported('DEDUI'), 'import')).toBeUndefined();
    expect(crossing(imported('DEDUI'), 'transit')).toBeUndefined();
    const exported = (unLocode: string) => byBill({ placeOfReceipt: place(unLocode) }, 'CNQZH', 'sea:SGSIN');
    expect(crossing(exported('CNCKG'), 'export')).toBe(1);
    expect(crossing(exported('KZALA'), 'export')).toBeUndefined();
    const replaced = byBill({ placeOfDelivery: place('DEDUI'), status: 'replaced' }, 'TWKHH', 'sea:CNXAM');
    expect(crossing(replaced, 'import')).toBe(1);
  });

  it('crosses by rail as well, and into Hong Kong', () => {
    expect(crossing(journey('CNCDU', 'CNPIN', 'VNDDA'), 'export')).toBe(2);
    expect(crossing(journey('CNCDU', 'CNSZX', 'HKHKG'), 'export')).toBe(2);
  });

  it('is not guessed where a place has no country', () => {
    const record = { ...shipmentA, legs: [{ ...seaLeg, to: { names: [{ text: 'SINGAPORE' }] } }] };
    expect(crossingOf(record, 'export')).toBeUndefined();
  });

  it('is not there while it is unknown whether the goods stay in China or only pass through', () => {
    const transit = journey('TWKHH', 'sea:CNXAM', 'PLMLW');
    const [ship, train] = transit.legs as [RecordLeg, RecordLeg];
    const uncoded = { ...train, to: { stationCode: '260000', names: [{ text: 'Малашевиче' }] } };
    for (const type of ['import', 'transit'] as const)
      expect(crossingOf({ ...transit, legs: [ship, uncoded] }, type)).toBeUndefined();
    const backwards = [
      { ...train, from: uncoded.to, to: ship.to },
      { ...ship, from: ship.to, to: ship.from },
    ];
    expect(crossingOf({ ...transit, legs: backwards }, 'export')).toBeUndefined();
  });

  it('is proved by documents in force of its own mode', () => {
    expect(documentsOf(shipmentA, seaLeg).map(({ number }) => number)).toEqual(['HBLQZH2611042']);
    const announced = { ...seaLeg, sources: [shipmentA.transportDocuments[0]?.documentId as string] };
    expect(documentsOf(shipmentA, announced)).toEqual([]);
  });
});
