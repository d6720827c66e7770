import type { GoodsLine, TransportDocument } from '#domain';
import { given } from '../../mapping/given.js';
import { kilograms } from '../../uncefact/quantities.js';
import { noteToConsignment } from '../../uncefact/rail-note/to-consignment.js';
import { joined } from '../../uncefact/texts.js';
import { withDeparture } from './acceptance.js';
import type { CimSmgsConsignment, CimSmgsNote } from './tree.types.js';

/** The note states net mass and kind of packages for the consignment: they are known of an item when it is the only one. */
export function toConsignment(note: CimSmgsNote): TransportDocument {
  const document = noteToConsignment(withDeparture(note));
  const [only, ...others] = document.goods;
  if (!only || others.length > 0) return document;
  return { ...document, goods: [{ ...only, ...statedOfAll(note.specifiedConsignment?.[0] ?? {}, only) }] };
}

const statedOfAll = ({ netWeight, packageType }: CimSmgsConsignment, { packageText }: GoodsLine) =>
  given({
    netMassKg: netWeight?.[0] && kilograms(netWeight[0]),
    packageText: packageText ?? joined(packageType),
  });
