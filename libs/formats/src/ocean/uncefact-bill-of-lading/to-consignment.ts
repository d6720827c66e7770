import type { EndsOfCarriage, GoodsLine, Reference, TransportDocument } from '#domain';
import { given } from '../../mapping/given.js';
import { withSettings } from '../../mapping/reefers.js';
import { containersOf, listedEquipment } from '../../uncefact/equipment.js';
import type { LogisticsLocation } from '../../uncefact/building-blocks.types.js';
import { isNamed, placeOf } from '../../uncefact/places.js';
import { goodsLine, type GoodsContext } from '../../uncefact/goods.js';
import { cubicMetres, decimal } from '../../uncefact/quantities.js';
import { reference, referenceOf } from '../../uncefact/references.js';
import { tradeTime } from '../../uncefact/times.js';
import { totalsOf } from '../../uncefact/totals.js';
import { PURPOSES } from './code-lists.js';
import { readCommodityCodes } from './commodity-codes.js';
import { billLevelOf } from './bill-level.js';
import { consignmentOf } from './consignment.js';
import { legsOf } from './legs.js';
import { partiesOf } from './parties.js';
import { statementsOfEquipment, statementsOfGoods } from './reefers.js';
import type { BillConsignment, BillItem, BillOfLading } from './tree.types.js';

/** The bill as one consignment document. The checks have made sure that it has a number and one consignment. */
export function toConsignment(bill: BillOfLading): TransportDocument {
  const { exchangedDocument = {} } = bill;
  const consignment = consignmentOf(bill) ?? {};
  return {
    kind: 'billOfLading',
    mode: 'sea',
    number: exchangedDocument.id?.content ?? '',
    purpose: PURPOSES[exchangedDocument.purposeCode?.[0]?.content ?? ''] ?? 'original',
    ...given({ issuedAt: exchangedDocument.issueDateTime && tradeTime(exchangedDocument.issueDateTime) }),
    ...billLevelOf(bill),
    references: referencesOf(consignment),
    parties: partiesOf(bill),
    goods: goodsOf(consignment),
    containers: withSettings(
      containersOf(listedEquipment(consignment)),
      statementsOfEquipment(consignment),
      statementsOfGoods(consignment),
    ),
    wagons: [],
    legs: legsOf(consignment),
    ...endsOfCarriage(consignment),
    totals: totalsOf(consignment, consignment.packageQuantity && decimal(consignment.packageQuantity)),
  };
}

function goodsOf(consignment: BillConsignment): GoodsLine[] {
  const context: GoodsContext = {
    codes: readCommodityCodes(consignment).map(({ codes }) => codes),
    others: new Set(),
    regulation: 'IMDG',
  };
  return (consignment.includedConsignmentItem ?? []).map((item, index) => ({
    ...goodsLine(item, index, context),
    ...volumeOf(item),
  }));
}

const endsOfCarriage = (consignment: BillConsignment): EndsOfCarriage =>
  given({
    placeOfReceipt: namedPlace(consignment.carrierAcceptanceLogisticsLocation),
    placeOfDelivery: namedPlace(consignment.consigneeReceiptLogisticsLocation),
  });

const namedPlace = (location: LogisticsLocation | undefined) => (isNamed(location) ? placeOf(location) : undefined);

const volumeOf = ({ grossVolume }: BillItem) =>
  given({ volumeM3: grossVolume?.[0] === undefined ? undefined : cubicMetres(grossVolume[0]) });

const referencesOf = (consignment: BillConsignment): Reference[] => [
  ...reference('booking', consignment.carrierAssignedId?.content),
  ...(consignment.transportContractReferencedDocument
    ? referenceOf(consignment.transportContractReferencedDocument)
    : []),
  ...(consignment.contractId ?? []).flatMap(({ content }) => reference('contract', content)),
  ...reference('other', consignment.consignorAssignedId?.content),
];
