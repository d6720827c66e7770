import {
  hasValidCheckDigit,
  type Container,
  type Reference,
  type Totals,
  type TransportDocument,
  type Wagon,
} from '#domain';
import { given } from '../../mapping/given.js';
import { goodsLineOf } from './goods.js';
import { legOf } from './leg.js';
import { partiesOf } from './parties.js';
import { reeferSettingsOf } from './reefers.js';
import type { RailWaybill, References, WaybillContainer, WaybillWagon } from './tree.types.js';

/** The waybill's view of the consignment. What the record has no place for (charges, remarks, wagon seals …) stays in the original. */
export function toConsignment(waybill: RailWaybill): TransportDocument {
  const { Document: document } = waybill;
  return {
    kind: 'railWaybill',
    mode: 'rail',
    number: document.WaybillNumber,
    version: document.Version,
    purpose: document.Function,
    issuedAt: document.IssueTime,
    references: referencesOf(waybill),
    parties: partiesOf(waybill),
    goods: waybill.GoodsItem.map(goodsLineOf),
    containers: waybill.Container.map(containerOf),
    wagons: waybill.Wagon.map(wagonOf),
    legs: [legOf(waybill)],
    totals: totalsOf(waybill),
  };
}

/** The demand number (需求号) is the shipper's order to the railway; the reservation number has no type of its own. */
function referencesOf({
  Document: { DemandNumber, ReservationNumber },
  References: references,
}: RailWaybill): Reference[] {
  return [
    ...REFERENCE_TYPES.flatMap(([element, type]) =>
      (references?.[element] ?? []).map((value): Reference => ({ type, value })),
    ),
    ...(DemandNumber === undefined ? [] : [{ type: 'order' as const, value: DemandNumber }]),
    ...(ReservationNumber === undefined ? [] : [{ type: 'other' as const, value: ReservationNumber }]),
  ];
}

const REFERENCE_TYPES: readonly (readonly [Exclude<keyof References, 'path'>, Reference['type']])[] = [
  ['BookingNumber', 'booking'],
  ['ThroughDocumentNumber', 'throughDocument'],
  ['ContractNumber', 'contract'],
];

const containerOf = (container: WaybillContainer): Container =>
  given({
    number: container.Number,
    checkDigitValid: hasValidCheckDigit(container.Number),
    sizeType: container.SizeType,
    tareKg: container.TareKg,
    grossMassKg: container.GrossMassKg,
    seals: container.SealNumber,
    reeferSettings: reeferSettingsOf(container),
    path: container.path,
  });

const wagonOf = ({ Number, ContainerNumber, path }: WaybillWagon): Wagon => ({
  number: Number,
  containerNumbers: ContainerNumber,
  path,
});

/** The carrier's determined mass counts where the total states it. */
const totalsOf = ({ Totals: totals }: RailWaybill): Totals =>
  given({
    packages: totals?.Packages,
    grossMassKg: totals?.CarrierMassKg ?? totals?.ConsignorMassKg,
    containers: totals?.Containers,
  });
