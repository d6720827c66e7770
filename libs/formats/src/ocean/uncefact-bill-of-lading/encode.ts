import type { GoodsLine, Leg, OneDocument, Party, ReeferSettings, TransportDocument } from '#domain';
import type { Writing } from '../../format.js';
import { given } from '../../mapping/given.js';
import { rangeOfGoods, settingsByContainer } from '../../mapping/reefers.js';
import type { SettingTemperature } from '../../uncefact/building-blocks.types.js';
import {
  containerBlock,
  contentBlock,
  itemBlock,
  kilograms,
  only,
  partyBlock,
  placeBlock,
  temperatureBlock,
} from '../../uncefact/writing/blocks.js';
import { writePart } from '../../uncefact/writing/write-part.js';
import { check } from './checks.js';
import { TYPE_CODES } from './code-lists.js';
import { checkSchema } from './codec.js';
import { toConsignment } from './to-consignment.js';
import type { BillConsignment, BillItem, BillOfLading, SeaMovement } from './tree.types.js';

export const encode = (record: OneDocument): Writing =>
  writePart(record, { kind: 'billOfLading', write, checkSchema, check, toConsignment });

const write = (part: TransportDocument): BillOfLading => ({
  exchangedDocument: given({
    id: { content: part.number },
    typeCode: { content: '706', listAgencyId: '6' },
    'x-typeCode': part.billLevel && { content: TYPE_CODES[part.billLevel] },
    issueDateTime: part.issuedAt,
    purposeCode: [{ content: '9', listAgencyId: '6' }],
  }),
  specifiedConsignment: [consignmentBlock(part)],
});

const consignmentBlock = (part: TransportDocument): BillConsignment => {
  const settings = settingsByContainer(part.containers);
  return {
    ...referenceBlocks(part),
    ...given({
      grossWeight: only(kilograms(part.totals.grossMassKg)),
      packageQuantity: contentBlock(part.totals.packages),
      transportEquipmentQuantity: only(contentBlock(part.totals.containers)),
    }),
    ...given({
      carrierAcceptanceLogisticsLocation: part.placeOfReceipt && placeBlock(part.placeOfReceipt),
      consigneeReceiptLogisticsLocation: part.placeOfDelivery && placeBlock(part.placeOfDelivery),
    }),
    ...partyBlocks(part.parties),
    includedConsignmentItem: part.goods.map((line) => billItem(line, rangeOfGoods(line, settings))),
    utilizedLogisticsTransportEquipment: part.containers.map(containerBlock),
    mainCarriageLogisticsTransportMovement: part.legs.map(movementBlock),
  };
};

/** One booking, one other bill, the master bill before others, and one number of the consignor's have a place, and any number of contracts. */
const referenceBlocks = ({ references, masterBill }: TransportDocument) => {
  const valuesOf = (type: string) =>
    references.filter((each) => each.type === type).map(({ value }) => ({ content: value }));
  const master = masterBill === undefined ? undefined : { content: masterBill };
  const transportDocument = master ?? valuesOf('transportDocument')[0];
  const contracts = valuesOf('contract');
  return given({
    carrierAssignedId: valuesOf('booking')[0],
    consignorAssignedId: valuesOf('other')[0],
    contractId: contracts.length > 0 ? contracts : undefined,
    transportContractReferencedDocument: transportDocument && {
      typeCode: { content: '706' },
      id: [transportDocument],
      ...(master && { 'x-typeCode': { content: TYPE_CODES.master } }),
    },
  });
};

/** The first of each role that the form has once, and all that are to be notified. */
const partyBlocks = (parties: readonly Party[]) => {
  const blocksOf = (role: Party['role']) => parties.filter((party) => party.role === role).map(partyBlock);
  const notified = blocksOf('notify');
  return given({
    consignor: blocksOf('consignor')[0],
    consignee: blocksOf('consignee')[0],
    carrier: blocksOf('seaCarrier')[0],
    freightForwarder: blocksOf('forwarder')[0],
    consignorAgent: blocksOf('consignorAgent')[0],
    notified: notified.length > 0 ? notified : undefined,
  });
};

/** A range of temperatures stands with the goods, in a form that has none for containers. HS codes stand in the information too, where readers without our extensions look for them; the proper shipping name has no other place. */
const billItem = (line: GoodsLine, range: ReturnType<typeof rangeOfGoods>): BillItem => {
  const item = itemBlock(line);
  return {
    ...item,
    ...given({
      grossVolume: only(line.volumeM3 === undefined ? undefined : { content: line.volumeM3, unitCode: 'MTQ' as const }),
      applicableDangerousGoods: item.applicableDangerousGoods?.map(({ properShippingName, ...substance }) => ({
        ...substance,
        ...given({ 'x-properShippingName': properShippingName?.content }),
      })),
    }),
    information: line.hsCodes.map((code) => ({ content: `HS CODE ${code}` })),
    ...(range && { handlingInstructions: [{ applicableTransportSettingTemperature: [rangeBlock(range)] }] }),
  };
};

const rangeBlock = ({ minimum, maximum }: Pick<ReeferSettings, 'minimum' | 'maximum'>): SettingTemperature =>
  given({
    minimumValue: minimum && temperatureBlock(minimum),
    maximumValue: maximum && temperatureBlock(maximum),
  });

const movementBlock = (leg: Leg): SeaMovement =>
  given({
    id: contentBlock(leg.voyage),
    loadingEvent: { occurrenceLogisticsLocation: placeBlock(leg.from) },
    unloadingEvent: given({
      estimatedOccurrenceDateTime: leg.arrivesAt,
      occurrenceLogisticsLocation: placeBlock(leg.to),
    }),
    departureEvent: only(leg.departsAt === undefined ? undefined : { estimatedOccurrenceDateTime: leg.departsAt }),
    usedLogisticsTransportMeans: given({
      id: only(leg.vesselImo === undefined ? undefined : { content: leg.vesselImo, schemeAgencyId: '54' }),
      name: contentBlock(leg.vessel),
    }),
  });
