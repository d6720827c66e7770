import type { GoodsLine, Leg, Party, Place, ReeferSettings, Stowage, TransportDocument } from '#domain';
import fc from 'fast-check';
import { given } from '../../mapping/given.js';
import { anyDocument } from '../../testing/any-transport-document.js';
import { statedSettings } from '../../mapping/reefers.js';
import { linesOf } from '../writing/texts.js';

const form = {
  kind: 'billOfLading',
  roles: ['consignor', 'consignee', 'notify', 'seaCarrier', 'railCarrier', 'forwarder', 'declarant', 'other'],
  hasVersion: true,
  hasVolume: true,
  hasStations: false,
  hasWagons: false,
  hasSplits: true,
  hasReefers: true,
  hasAirExchange: true,
  references: ['booking', 'contract', 'order', 'other', 'transportDocument'],
} as const;

/** Bills that a transport message can carry to the last character. */
export const anyBill: fc.Arbitrary<TransportDocument> = anyDocument(form).map(carriable);

/** Documents over a journey by rail and then by sea, dangerous goods declared under both lists. */
export const anyWholeJourney = (kind: TransportDocument['kind']): fc.Arbitrary<TransportDocument> =>
  fc
    .record({
      bill: anyBill,
      rail: anyDocument({ ...form, kind: 'railWaybill', hasStations: true, hasWagons: true }).map(carriable),
    })
    .map(({ bill, rail }) => ({
      ...bill,
      kind,
      version: '1',
      wagons: rail.wagons,
      goods: bill.goods.map((line) => ({
        ...line,
        dangerousGoods: line.dangerousGoods.flatMap((one) => [
          one,
          { ...one, regulation: 'SMGS-2' as const, chinaRailNumber: '32198' },
        ]),
      })),
      legs: [
        ...rail.legs,
        ...bill.legs.map((leg) => ({
          ...leg,
          departsAt: '2026-11-12T20:00+08:00',
          arrivesAt: '2026-11-18',
          arrival: 'planned' as const,
        })),
      ],
    }));

/** A document that D.23B can carry, cut down to what D.00B has room for. */
function carriable(document: TransportDocument): TransportDocument {
  const { number, version, issuedAt, references, parties, goods, containers, legs, totals } = document;
  const { placeOfReceipt, placeOfDelivery } = document;
  return {
    ...document,
    number: number.slice(0, 35),
    ...given({ version: version?.slice(0, 9), issuedAt: issuedAt && toTheMinute(issuedAt) }),
    references: references
      .map(({ type, value }) => ({ type, value: value.slice(0, 70) }))
      .filter(({ type, value }) => type !== 'transportDocument' || value !== number),
    parties: parties.map(partyIn),
    goods: goods.map(lineIn),
    containers: containers.map(({ reeferSettings = {}, ...container }) => ({
      ...container,
      ...given({
        tareKg: container.tareKg && decimalIn(container.tareKg, 18),
        reeferSettings: settingsIn(reeferSettings),
      }),
      seals: container.seals.map((seal) => seal.slice(0, 35)),
    })),
    legs: legs.map(legIn),
    ...given({
      placeOfReceipt: placeOfReceipt && placeIn(placeOfReceipt),
      placeOfDelivery: placeOfDelivery && placeIn(placeOfDelivery),
    }),
    totals: {
      ...totals,
      ...given({ packages: sumIn(goods), grossMassKg: totals.grossMassKg && decimalIn(totals.grossMassKg, 18) }),
    },
  };
}

/** Cut where the lines of a composite would not give it back as it was. */
function textIn(written: string, lines: number, length: number): string {
  const text = written.replace(/[\p{C}\s]+/gu, ' ').trim();
  const whole = linesOf(text, lines, length).join(' ');
  return whole === text && text !== '' ? text : [...`x${text}`].slice(0, length).join('').trim();
}

const toTheMinute = (time: string): string => time.replace(/:00(\.50)?(?=\+)/, '');

/** A number with so many characters at the most. */
const decimalIn = (number: string, length: number): string => (number.length > length ? '1.50' : number);

const packagesIn = (packages: string | undefined): string => (packages ?? '1').slice(0, 8);
const sumIn = (goods: readonly GoodsLine[]): string =>
  String(goods.reduce((sum, { packages }) => sum + Number(packagesIn(packages)), 0));

/** One name, and its codes as they are read again: what stands beside the party last. */
function partyIn({ names: [name], codes, address, contacts, ...party }: Party): Party {
  const own = codes.filter(({ scheme }) => scheme !== 'AEO').slice(0, 1);
  return {
    ...party,
    names: [{ text: textIn(name?.text ?? '', 5, 35) }],
    codes: [...own, ...codes.filter(({ scheme }) => scheme === 'AEO')].map(({ scheme, code }) => ({
      scheme,
      code: code.slice(0, 35),
    })),
    ...given({
      address: address && {
        ...address,
        ...given({
          lines: address.lines?.map((line) => textIn(line, 1, 35)),
          city: address.city && textIn(address.city, 1, 35),
          region: address.region && textIn(address.region, 1, 35),
          postcode: address.postcode?.slice(0, 17),
        }),
      },
      contacts: contacts?.map(({ name: person = '' }) => ({ name: textIn(person, 1, 35) })),
    }),
  };
}

function lineIn(line: GoodsLine, index: number): GoodsLine {
  const packages = packagesIn(line.packages);
  const grossMassKg = decimalIn(line.grossMassKg ?? '1', 18);
  return {
    ...line,
    packages,
    grossMassKg,
    names: line.names.map((name, number) => ({ ...name, text: textIn(`${index}.${number} ${name.text}`, 5, 512) })),
    ...given({
      volumeM3: line.volumeM3 && decimalIn(line.volumeM3, 18),
      marks: line.marks?.map((mark, number) => textIn(`${index}.${number} ${mark}`, 1, 35)),
    }),
    stowage: line.stowage.map((part) =>
      line.stowage.length === 1 ? { ...part, packages, grossMassKg } : partIn(part),
    ),
    dangerousGoods: line.dangerousGoods.map(({ properShippingName, flashpointCelsius, ...substance }, number) => ({
      ...substance,
      ...given({
        properShippingName: properShippingName && textIn(properShippingName, 5, 512),
        flashpointCelsius: flashpointCelsius && celsiusIn(flashpointCelsius),
        subsidiaryHazards: SUBSIDIARY_HAZARDS[(index + number) % SUBSIDIARY_HAZARDS.length],
      }),
    })),
  };
}

const SUBSIDIARY_HAZARDS = [undefined, ['6.1'], ['6.1', '8', '4.3']];

/** A range in one unit. */
function settingsIn({ humidityPercent, airExchangeM3PerHour, maximum, ...settings }: ReeferSettings) {
  return statedSettings({
    ...settings,
    maximum: settings.minimum && maximum?.unit !== settings.minimum.unit ? undefined : maximum,
    humidityPercent: humidityPercent && decimalIn(humidityPercent, 18),
    airExchangeM3PerHour: airExchangeM3PerHour && decimalIn(airExchangeM3PerHour, 18),
  });
}

const partIn = ({ containerNumber, packages, ...measured }: Stowage): Stowage => ({
  containerNumber,
  ...given({ packages: packages?.slice(0, 8) }),
  ...Object.fromEntries(Object.entries(measured).map(([name, value]) => [name, decimalIn(value, 18)])),
});

/** Three digits, no zero that says nothing. */
const celsiusIn = (celsius: string): string => (/^\d{1,3}$|^\d{1,2}\.[1-9]$/.test(celsius) ? celsius : '22.5');

const legIn = ({ vessel, voyage, train, ...leg }: Leg): Leg => ({
  ...leg,
  from: placeIn(leg.from),
  to: placeIn(leg.to),
  ...given({
    departsAt: leg.departsAt && toTheMinute(leg.departsAt),
    arrivesAt: leg.arrivesAt && toTheMinute(leg.arrivesAt),
    vessel: vessel?.slice(0, 35),
    voyage: voyage?.slice(0, 17),
    train: train?.slice(0, 17),
  }),
});

const placeIn = ({ names: [name], stationCode, ...place }: Place): Place => ({
  ...place,
  names: name ? [{ text: textIn(name.text, 1, 256) }] : [],
  ...given({ stationCode: stationCode?.slice(0, 25) }),
});
