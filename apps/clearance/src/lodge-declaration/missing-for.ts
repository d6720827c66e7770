import {
  type Bilingual,
  type Compared,
  countryOf,
  DECLARATION_TYPES,
  type DeclarationType,
  type GoodsItem,
  journeyEnd,
  journeyStart,
  type Naming,
  type OneDocument,
  type Place,
  type RecordLeg,
  type RecordParty,
  type TransportMode,
} from '#domain';
import {
  type Crossing,
  crossingOf,
  directionOf,
  documentsOf,
  entersChina,
  goodsOver,
  isByLand,
  leavesChina,
  meansOfTransport,
  passages,
  statedBy,
} from './border-leg.js';
import { declaredQuantity } from './declared-goods.js';
import {
  ACCEPT_HS_CODE,
  ACCEPT_RAIL_NAME,
  CODE_PLACES,
  DECLARE_AS,
  MISSING_MESSAGES,
  type MissingField,
  PLACE_AT_THE_BORDER,
  TRANSSHIPMENT,
} from './missing-messages.js';

/** Something a declaration needs that the record does not have. `path` is a JSON pointer into the record. */
export interface Missing {
  readonly field: MissingField;
  readonly path: string;
  readonly message: Bilingual;
}

/** All that is missing before the record can be declared; empty when it is complete. Looks at the content only, not at the record's state. */
export function missingFor(record: OneDocument, type: DeclarationType): Missing[] {
  const crossing = crossingOf(record, type);
  const needs = [
    ...ofParties(record.parties),
    ...(crossing ? ofBorder(record, crossing) : [ofNoCrossing(record, type)]),
    ...ofGoods(record, type, crossing?.border.mode ?? 'sea'),
  ];
  return needs
    .filter(({ met }) => !met)
    .map(({ field, path, message = MISSING_MESSAGES[field] }) => ({ field, path, message }));
}

/** The types for which an open record of one consignment is complete, and as which nobody has to be asked whether it is meant. */
export const readyFor = (record: OneDocument): DeclarationType[] =>
  record.state === 'open' && record.consolidates === undefined
    ? DECLARATION_TYPES.filter((type) => {
        const crossing = crossingOf(record, type);
        const isDoubtful =
          !crossing || mayBeTransit(record, type) || mayBeAnothers(record, crossing) || isMasterAlone(record, crossing);
        return !isDoubtful && missingFor(record, type).length === 0;
      })
    : [];

/** One carriage alone is known, and where it begins or ends in China the goods are somebody's abroad: they may come from farther, or go on. */
function mayBeTransit({ legs, parties }: OneDocument, type: DeclarationType): boolean {
  if (type === 'transit' || new Set(legs.map(({ mode }) => mode)).size > 1) return false;
  const inChina = type === 'export' ? 'consignor' : 'consignee';
  const countries = parties.flatMap(({ role, address }) => (role === inChina && address?.countryCode) || []);
  return countries.length > 0 && !countries.includes('CN');
}

/** Goods that the document over the border does not state, beside those that it does: perhaps another bill's, which is still to come, or its own under another name. */
function mayBeAnothers(record: OneDocument, { border }: Crossing): boolean {
  const stated = statedBy(documentsOf(record, border), record.goodsItems);
  return stated.length > 0 && stated.length < record.goodsItems.length;
}

/** Customs is told of the goods by house bills, and what is over the border is a master bill whose house bills have not come. */
function isMasterAlone(record: OneDocument, { border }: Crossing): boolean {
  const levels = documentsOf(record, border).map(({ billLevel }) => billLevel);
  return levels.includes('master') && !levels.includes('house');
}

interface Need {
  readonly field: MissingField;
  readonly path: string;
  readonly met: boolean;
  /** What to do, where it is not what the field's own message says. */
  readonly message?: Bilingual;
}

const need = (field: MissingField, path: string, met: boolean): Need => ({ field, path, met });

function ofParties(parties: readonly RecordParty[]): Need[] {
  const named = (role: RecordParty['role']) => parties.some((party) => party.role === role && party.names.length > 0);
  return [need('consignor', '/parties', named('consignor')), need('consignee', '/parties', named('consignee'))];
}

/** Goods in transit are declared where they enter, when their ship or train out of China may not be known yet: its places are enough. */
function ofBorder(record: OneDocument, { border, exit }: Crossing): Need[] {
  const path = `/legs/${record.legs.indexOf(border)}`;
  return [
    need('borderMeansOfTransport', path, hasMeans(record, border)),
    need('borderTransportDocument', `${path}/sources`, documentsOf(record, border).length > 0),
    ...ofPlaces(record, border),
    ...(exit ? ofPlaces(record, exit) : []),
  ];
}

function ofPlaces({ legs }: OneDocument, leg: RecordLeg): Need[] {
  const path = `/legs/${legs.indexOf(leg)}`;
  return [
    need('placeOfLoading', `${path}/from`, isNamed(leg.from)),
    need('placeOfDischarge', `${path}/to`, isNamed(leg.to)),
  ];
}

/** Means, document and places of a leg that is not there are one thing that is missing. */
function ofNoCrossing(record: OneDocument, type: DeclarationType): Need {
  const direction = directionOf(record);
  const lacking = need('borderCrossing', '/legs', false);
  if (direction !== undefined && direction !== type) return { ...lacking, message: DECLARE_AS[direction] };
  const unknown = borderUnknown(record);
  if (unknown) return unknown;
  return direction === 'transit' ? ofNoPassage(record) : lacking;
}

/** The journey begins and ends abroad, but does not pass through China by land, as far as its legs tell. */
function ofNoPassage(record: OneDocument): Need {
  const { legs } = record;
  const lacking = need('borderCrossing', '/legs', false);
  if (passages(record).length > 0) return { ...lacking, message: TRANSSHIPMENT };
  if (legs.some(entersChina)) return need('exitCrossing', '/legs', false);
  const through = legs.findIndex(isByLand);
  return legs.some(leavesChina) || through < 0
    ? lacking
    : { ...lacking, path: `/legs/${through}`, message: PLACE_AT_THE_BORDER };
}

/** The first place whose country would tell. */
function borderUnknown(record: OneDocument): Need | undefined {
  const ofLegs = record.legs.flatMap(({ from, to }, index) => [
    { place: from, path: `/legs/${index}/from` },
    { place: to, path: `/legs/${index}/to` },
  ]);
  const ends = [journeyStart(record), journeyEnd(record)].flatMap((end) => end ?? []);
  const uncoded = [...ofLegs, ...ends].find(({ place }) => countryOf(place) === undefined);
  return uncoded && { ...need('borderCrossing', uncoded.path, false), message: CODE_PLACES };
}

/** Vessel and voyage on water, train or wagons on rail. */
function hasMeans(record: OneDocument, leg: RecordLeg): boolean {
  const { vessel, voyage, train, wagons } = meansOfTransport(record, leg);
  if (leg.mode === 'rail') return isWritten(train) || wagons !== undefined;
  return isWritten(vessel) && (isWritten(voyage) || leg.mode !== 'sea');
}

const isWritten = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

const isNamed = ({ unLocode, stationCode, names }: Place): boolean =>
  unLocode !== undefined || stationCode !== undefined || names.length > 0;

/** Of those that are declared. */
function ofGoods(record: OneDocument, type: DeclarationType, mode: TransportMode): Need[] {
  const items = goodsOver(record, type);
  if (items.length === 0) return [need('goodsItems', '/goodsItems', false)];
  const has = (compared: Compared) => declaredQuantity(compared, mode).declared !== undefined;
  return items.flatMap((item) => {
    const path = `/goodsItems/${record.goodsItems.indexOf(item)}`;
    return [
      {
        ...need('railName', `${path}/railName`, isWritten(item.railName) && isCertain(item.railNaming)),
        ...(isWritten(item.railName) && item.railNaming.decision === 'matched' && { message: ACCEPT_RAIL_NAME }),
      },
      need('customsName', `${path}/customsName`, isWritten(item.customsName)),
      {
        ...need('hsCode', `${path}/hsCode`, isHsCertain(item)),
        ...(item.customsNaming.decision === 'matched' && { message: ACCEPT_HS_CODE }),
      },
      need('packages', `${path}/packages`, has(item.packages)),
      need('grossMassKg', `${path}/grossMassKg`, has(item.grossMassKg)),
    ];
  });
}

/** A candidate is a question to a person, not an answer. */
const isHsCertain = ({ hsCode, customsNaming }: GoodsItem): boolean => hsCode !== undefined && isCertain(customsNaming);

const isCertain = ({ certainty }: Naming): boolean => certainty === 'stated' || certainty === 'exact';
