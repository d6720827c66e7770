import { CONTAINER } from '../../uncefact/code-lists.js';
import type { BillConsignment, BillOfLading } from './tree.types.js';

/** The bill's consignment. Its form gives equipment no category: what a bill lists is a container. */
export function consignmentOf({ specifiedConsignment = [] }: BillOfLading): BillConsignment | undefined {
  const [consignment] = specifiedConsignment;
  return (
    consignment && {
      ...consignment,
      utilizedLogisticsTransportEquipment: (consignment.utilizedLogisticsTransportEquipment ?? []).map((equipment) => ({
        ...equipment,
        categoryCode: { content: CONTAINER },
      })),
    }
  );
}
