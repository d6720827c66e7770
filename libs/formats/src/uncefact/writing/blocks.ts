import type {
  Container,
  DangerousGoods,
  GoodsLine,
  LocalText,
  Party,
  Place,
  ReeferSettings,
  SchemedCode,
  Temperature,
} from '#domain';
import { given } from '../../mapping/given.js';
import type {
  ConsignmentItem,
  DangerousSubstance,
  Identifier,
  LogisticsLocation,
  TemperatureMeasure,
  Text,
  TradeAddress,
  TradeContact,
  TradeParty,
  TransportEquipment,
  Weight,
} from '../building-blocks.types.js';
import {
  CELSIUS,
  ISO,
  PACKING_GROUPS,
  PARTY_CODE_SCHEMES,
  REGULATIONS,
  TRANSPORT_TEMPERATURE,
  UIC,
  UNECE,
} from '../code-lists.js';
import { OTHER_AGENCY } from '../parties.js';

/** Words of ours as building blocks. What a form's schema refuses of them is taken out afterwards (`fitted`). */

export const textOf = ({ text, language }: LocalText): Text => given({ content: text, languageId: language });

export const kilograms = (content: string | undefined): Weight | undefined =>
  content === undefined ? undefined : { content, unitCode: 'KGM' };

/** A list of one, or none at all. */
export const only = <Value>(value: Value | undefined): readonly [Value] | undefined =>
  value === undefined ? undefined : [value];

const listOf = <Value>(values: readonly Value[]): readonly Value[] | undefined =>
  values.length > 0 ? values : undefined;

/** The entry of a code table that stands for one of our words. */
const codeFor = (table: Readonly<Record<string, string>>, word: string | undefined): string | undefined =>
  Object.keys(table).find((code) => table[code] === word);

export const partyBlock = (party: Party): TradeParty =>
  given({
    id: listOf(party.codes.map(identifierOf)),
    name: listOf(party.names.map(textOf)),
    postalTradeAddress: party.address && addressBlock(party.address),
    definedTradeContact: only(party.contacts?.[0] && contactBlock(party.contacts[0])),
  });

export function identifierOf({ scheme, code }: SchemedCode): Identifier {
  if (scheme === 'PARTY' || scheme === 'AEO') return { content: code };
  const agency = scheme.startsWith(OTHER_AGENCY)
    ? scheme.slice(OTHER_AGENCY.length)
    : codeFor(PARTY_CODE_SCHEMES, scheme);
  return agency === undefined ? { content: code, schemeId: scheme } : { content: code, schemeAgencyId: agency };
}

const addressBlock = ({ lines, city, region, postcode, countryCode }: NonNullable<Party['address']>): TradeAddress =>
  given({
    streetName: lines?.map((content) => ({ content })),
    cityName: only(contentBlock(city)),
    countrySubDivisionName: only(contentBlock(region)),
    postcodeCode: only(contentBlock(postcode)),
    countryId: countryCode === undefined ? undefined : { content: countryCode, schemeAgencyId: ISO },
  });

const contactBlock = ({ name, phone, email }: NonNullable<Party['contacts']>[number]): TradeContact =>
  given({
    personName: only(contentBlock(name)),
    telephoneUniversalCommunication: only(phone === undefined ? undefined : { completeNumber: { content: phone } }),
    emailURIUniversalCommunication: email === undefined ? undefined : { uri: { content: email } },
  });

/** A station code stands below the UN/LOCODE; alone it is the place's own. */
export const placeBlock = ({ unLocode, stationCode, names: [name] }: Place): LogisticsLocation => {
  const station = stationCode === undefined ? undefined : { content: stationCode, schemeAgencyId: UIC };
  const locode = unLocode === undefined ? undefined : { content: unLocode, schemeAgencyId: UNECE };
  return given({
    id: only(locode ?? station),
    subordinateLocation: only(locode && station && { id: station }),
    name: only(name && textOf(name)),
  });
};

export const itemBlock = (line: GoodsLine): ConsignmentItem =>
  given({
    sequenceNumeric: { content: line.sequence },
    grossWeight: only(kilograms(line.grossMassKg)),
    natureIdCargo: line.names.length > 0 ? [{ id: line.names.map(textOf) }] : undefined,
    applicableDangerousGoods: listOf(line.dangerousGoods.map(substanceBlock)),
    physicalLogisticsShippingMarks: line.marks?.map((content) => ({ marking: [{ content }] })),
    associatedReferencedLogisticsTransportEquipment: listOf(
      line.stowage.map(({ containerNumber }) => ({ id: { content: containerNumber } })),
    ),
    transportLogisticsPackage: packageBlock(line),
    'x-commodityCodes': listOf([
      ...line.railCodes.map(({ scheme, code }) => ({ listId: scheme, content: code })),
      ...line.hsCodes.map((content) => ({ listId: 'HS', content })),
    ]),
  });

const packageBlock = ({ packages, packageType, packageText }: GoodsLine) =>
  packages === undefined && packageType === undefined && packageText === undefined
    ? undefined
    : [
        given({
          itemQuantity: contentBlock(packages),
          typeCode: only(contentBlock(packageType)),
          type: only(contentBlock(packageText)),
        }),
      ];

const substanceBlock = (substance: DangerousGoods): DangerousSubstance => {
  const regulation = codeFor(REGULATIONS, substance.regulation);
  const packingGroup = codeFor(PACKING_GROUPS, substance.packingGroup);
  return given({
    undgIdCode: { content: substance.unNumber },
    regulationCode: contentBlock(regulation),
    emsId: contentBlock(substance.emergencySchedule),
    packagingDangerLevelCode: contentBlock(packingGroup),
    hazardClassificationId: contentBlock(substance.hazardClass),
    properShippingName: contentBlock(substance.properShippingName),
    flashpointTemperatureMeasurement:
      substance.flashpointCelsius === undefined
        ? undefined
        : [{ actual: [{ content: substance.flashpointCelsius, unitCode: CELSIUS }] }],
  });
};

export const contentBlock = (content: string | undefined): { readonly content: string } | undefined =>
  content === undefined ? undefined : { content };

export const containerBlock = (container: Container): TransportEquipment =>
  given({
    id: { content: container.number },
    characteristicCode: contentBlock(container.sizeType),
    tareWeight: kilograms(container.tareKg),
    grossWeight: kilograms(container.grossMassKg),
    affixedLogisticsSeal: listOf(container.seals.map((content) => ({ id: [{ content }] as const }))),
    ...(container.reeferSettings && reeferBlocks(container.reeferSettings)),
  });

/** For the air exchange there is no unit that it is always exact in. */
const reeferBlocks = ({ setPoint, humidityPercent }: ReeferSettings) => ({
  humidityPercent: contentBlock(humidityPercent),
  settingTransportSettingTemperature: only(
    setPoint && { value: temperatureBlock(setPoint), typeCode: { content: TRANSPORT_TEMPERATURE } },
  ),
});

export const temperatureBlock = ({ value, unit }: Temperature): TemperatureMeasure => ({
  content: value,
  unitCode: unit,
});
