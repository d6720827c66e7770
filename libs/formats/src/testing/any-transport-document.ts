import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import {
  isColder,
  sumOf,
  type DangerousGoods,
  type GoodsLine,
  type LocalText,
  type Party,
  type PartyRole,
  type Place,
  type ReeferSettings,
  type Reference,
  type Stowage,
  type Temperature,
  type TransportDocument,
} from '#domain';
import { given } from '../mapping/given.js';
import { statedSettings } from '../mapping/reefers.js';
import { code, decimal, text } from './survival.js';

/** What a D.23B form can carry, as a record would hold it: the generated documents survive being written and read again. */
export interface Carriable {
  readonly kind: TransportDocument['kind'];
  readonly roles: readonly PartyRole[];
  readonly hasVersion: boolean;
  readonly hasVolume: boolean;
  readonly hasStations: boolean;
  readonly hasWagons: boolean;
  /** Whether it says how much of an item is in each of several containers. */
  readonly hasSplits?: boolean;
  /** Whether it says how reefers are to be run: a range of temperatures with the goods. */
  readonly hasReefers?: boolean;
  readonly hasAirExchange?: boolean;
  readonly references: readonly Reference['type'][];
}

const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });
const localText: fc.Arbitrary<LocalText> = fc
  .record({ text, language: maybe(fc.constantFrom('zh', 'en', 'ru', 'vi')) })
  .map(given);
const names = fc.uniqueArray(localText, { minLength: 1, maxLength: 3, selector: ({ text: each }) => each });
const country = fc.constantFrom('CN', 'SG', 'VN', 'KZ');
const codes = fc.uniqueArray(
  fc.oneof(
    code.map((each) => ({ scheme: 'PARTY', code: `P${each}` })),
    code.map((each) => ({ scheme: 'GLN', code: each })),
    fc.constant({ scheme: 'AEO', code: 'AEOCN5001960066' }),
  ),
  { maxLength: 3, selector: (each) => `${each.scheme} ${each.code}` },
);

const partyIn = (role: PartyRole): fc.Arbitrary<Party> => {
  const address = fc
    .record({
      lines: maybe(fc.array(text, { minLength: 1, maxLength: 3 })),
      city: maybe(text),
      region: maybe(text),
      postcode: maybe(code),
      countryCode: country,
    })
    .map(given);
  const contact = text.map((name) => [{ name }]);
  return fc
    .record({
      names,
      codes: role.endsWith('Carrier') ? fc.constant([]) : codes,
      address: maybe(address),
      contacts: maybe(contact),
    })
    .map((party) => ({ role, ...given(party) }));
};

const substance: fc.Arbitrary<Omit<DangerousGoods, 'regulation'>> = fc
  .record({
    unNumber: fc.stringMatching(/^\d{4}$/),
    properShippingName: maybe(text),
    hazardClass: maybe(fc.constantFrom('3', '2.1', '1.4S')),
    packingGroup: maybe(fc.constantFrom('I' as const, 'II' as const, 'III' as const)),
    emergencySchedule: maybe(fc.constant('F-E,S-D')),
    flashpointCelsius: maybe(decimal),
  })
  .map(given);

const timesIn = fc
  .integer({ min: 0, max: 59 })
  .map((minute) => `2026-11-04T12:${String(minute).padStart(2, '0')}:00.50+08:00`);

/** Two containers; each item is in one, both or none. */
const CONTAINERS = ['YDAU2004174', 'YDAU2004180'];

const count = fc.stringMatching(/^[1-9]\d{0,20}$/);
const part: fc.Arbitrary<Omit<Stowage, 'containerNumber'>> = fc
  .record({
    packages: maybe(count),
    grossMassKg: maybe(decimal),
    netMassKg: maybe(decimal),
    volumeM3: maybe(decimal),
  })
  .map(given);

const temperature: fc.Arbitrary<Temperature> = fc.record({
  value: fc.stringMatching(/^-?(0|[1-9]\d{0,5})(\.\d{1,8})?$/),
  unit: fc.constantFrom('CEL', 'FAH'),
});

/** The set point lies between the lowest and the highest temperature. */
const reeferSettings: fc.Arbitrary<ReeferSettings> = fc
  .record({
    temperatures: fc.tuple(temperature, temperature, temperature),
    stated: fc.subarray(['minimum', 'setPoint', 'maximum'] as const),
    humidityPercent: maybe(decimal),
    airExchangeM3PerHour: maybe(decimal),
  })
  .map(({ temperatures, stated, ...measured }) => {
    const [minimum, setPoint, maximum] = temperatures.toSorted((one, other) => (isColder(one, other) ? -1 : 1));
    const all = { minimum, setPoint, maximum };
    return { ...Object.fromEntries(stated.map((each) => [each, all[each]])), ...given(measured) };
  });

/** What the form has room for: a range that all containers of some goods have. */
function settingsIn(form: Carriable, index: number, reefers: readonly ReeferSettings[], goods: readonly GoodsLine[]) {
  const { setPoint, humidityPercent, airExchangeM3PerHour } = reefers[index]!;
  const rangeOf = (number: string) => {
    const { minimum, maximum } = reefers[CONTAINERS.indexOf(number)]!;
    return { minimum, maximum };
  };
  const number = CONTAINERS[index]!;
  const range = goods
    .map(({ stowage }) => stowage.map(({ containerNumber }) => containerNumber))
    .filter((inside) => inside.includes(number))
    .some((inside) => inside.every((other) => isDeepStrictEqual(rangeOf(other), rangeOf(number))))
    ? rangeOf(number)
    : {};
  return statedSettings({
    setPoint,
    ...range,
    humidityPercent,
    airExchangeM3PerHour: form.hasAirExchange === true ? airExchangeM3PerHour : undefined,
  });
}

const lineOf = (form: Carriable, index: number): fc.Arbitrary<GoodsLine> =>
  fc
    .record({
      names,
      rail: fc.constantFrom('84073200', '01012100'),
      hs: fc.constantFrom('840732', '0101210000'),
      packages: count,
      packageType: maybe(fc.constantFrom('CT', 'PK', 'BG')),
      grossMassKg: decimal,
      volumeM3: maybe(decimal),
      marks: maybe(fc.uniqueArray(text, { minLength: 1, maxLength: 3 })),
      inside: fc.subarray(CONTAINERS),
      parts: fc.tuple(...CONTAINERS.map(() => (form.hasSplits === true ? part : fc.constant({})))),
      substances: fc.uniqueArray(substance, { maxLength: 2, selector: ({ unNumber }) => unNumber }),
    })
    .map(
      ({
        names: [first, ...more],
        rail,
        hs,
        packages,
        packageType,
        grossMassKg,
        volumeM3,
        marks,
        inside,
        parts,
        substances,
      }) => ({
        sequence: String(index + 1),
        names: [{ ...first!, text: `${first!.text} ${index}` }, ...more],
        railCodes: [{ scheme: 'GNG', code: rail }],
        hsCodes: [hs],
        ...given({ packages, packageType, grossMassKg, volumeM3: form.hasVolume ? volumeM3 : undefined, marks }),
        stowage: inside.map((containerNumber, index) => ({
          containerNumber,
          ...(inside.length === 1 ? given({ packages, grossMassKg }) : parts[index]),
        })),
        dangerousGoods: substances.map((each) => ({
          ...each,
          regulation: form.kind === 'railWaybill' ? 'SMGS-2' : 'IMDG',
        })),
        path: '',
      }),
    );

const placeIn = (form: Carriable, unLocode: string): fc.Arbitrary<Place> =>
  fc
    .record({
      names: fc.array(localText, { maxLength: 1 }),
      stationCode: form.hasStations ? maybe(code) : fc.constant(undefined),
    })
    .map((place) => ({ unLocode, ...given(place) }));

export const anyDocument = (form: Carriable): fc.Arbitrary<TransportDocument> =>
  fc
    .record({
      number: code,
      version: maybe(fc.stringMatching(/^[1-9]\d{0,9}$/)),
      issuedAt: maybe(timesIn),
      references: fc
        .subarray([...form.references])
        .chain((types) => fc.tuple(...types.map((type) => code.map((value) => ({ type, value }))))),
      parties: fc.subarray([...form.roles]).chain((roles) => fc.tuple(...roles.map(partyIn))),
      goods: fc
        .integer({ min: 1, max: 3 })
        .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => lineOf(form, index)))),
      seals: fc.array(code, { maxLength: 2 }).map((all) => [...new Set(all)]),
      tareKg: maybe(decimal),
      reefers: fc.tuple(...CONTAINERS.map(() => (form.hasReefers === true ? reeferSettings : fc.constant({})))),
      departsAt: timesIn,
      arrives: maybe(fc.constant('2026-11-07T16:00:00+08:00')),
      from: placeIn(form, 'CNCQD'),
      to: placeIn(form, 'CNQZH'),
      ends: fc
        .record({ placeOfReceipt: maybe(placeIn(form, 'CNCKG')), placeOfDelivery: maybe(placeIn(form, 'DEDUI')) })
        .map(given),
      vehicle: maybe(code),
      total: decimal,
    })
    .map(
      ({ seals, tareKg, reefers, departsAt, arrives, from, to, ends, vehicle, total, version, issuedAt, ...parts }) => {
        const happened = form.kind === 'railWaybill' ? 'actual' : 'planned';
        return {
          kind: form.kind,
          mode: form.kind === 'railWaybill' ? 'rail' : 'sea',
          purpose: 'original',
          ...parts,
          ...given({ version: form.hasVersion ? version : undefined, issuedAt }),
          ...(form.kind === 'billOfLading' && ends),
          containers: CONTAINERS.map((number, index) => ({
            number,
            checkDigitValid: true,
            sizeType: '45G1',
            ...given({ tareKg }),
            seals: index === 0 ? seals : [],
            ...given({ reeferSettings: settingsIn(form, index, reefers, parts.goods) }),
            path: '',
          })),
          wagons: form.hasWagons ? [{ number: '52001403', containerNumbers: CONTAINERS, path: '' }] : [],
          legs: [
            {
              mode: form.kind === 'railWaybill' ? 'rail' : 'sea',
              from,
              to,
              departsAt,
              departure: happened,
              ...given({ arrivesAt: arrives, arrival: arrives && happened }),
              ...(form.kind === 'railWaybill'
                ? given({ train: vehicle })
                : given({ vessel: vehicle, voyage: vehicle })),
              path: '',
            },
          ],
          totals: { packages: sumOf(parts.goods.map(({ packages }) => packages)), grossMassKg: total, containers: '2' },
        } as TransportDocument;
      },
    );
