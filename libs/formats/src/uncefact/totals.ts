import { sumOf, type DecimalText, type Totals } from '#domain';
import { given } from '../mapping/given.js';
import type { Consignment } from './building-blocks.types.js';
import { packagesOf } from './goods.js';
import { decimal, kilograms } from './quantities.js';

/** What the form states as totals (`packages` where it has a place for them); else the items' sum when each item has one. */
export function totalsOf(consignment: Consignment, packages?: DecimalText): Totals {
  const { includedConsignmentItem: items = [], grossWeight, transportEquipmentQuantity } = consignment;
  const grossMassKg = grossWeight?.[0] && kilograms(grossWeight[0]);
  return given({
    packages: packages ?? sumOf(items.map(packagesOf)),
    grossMassKg: grossMassKg ?? sumOf(items.map((item) => item.grossWeight?.[0] && kilograms(item.grossWeight[0]))),
    containers: transportEquipmentQuantity?.[0] && decimal(transportEquipmentQuantity[0]),
  });
}
