import {
  hasValidCheckDigit,
  normaliseContainerNumber,
  type EventEquipment,
  type EventReport,
  type Reference,
  type SchemedCode,
  type TransportEvent,
} from '#domain';
import { given } from '../../mapping/given.js';
import { CONTAINER, PARTY_CODE_SCHEMES } from '../../uncefact/code-lists.js';
import { reference, referenceOf } from '../../uncefact/references.js';
import { tradeTime } from '../../uncefact/times.js';
import { PURPOSES } from './code-lists.js';
import { occurrencesIn, type Occurrence } from './occurrences.js';
import type { Consignment, StatusReport } from './tree.types.js';

export function toEvents({ exchangedDocument, specifiedConsignment }: StatusReport): EventReport {
  const { id, issueDateTime, purposeCode } = exchangedDocument;
  return {
    number: id.content,
    purpose: PURPOSES.get(purposeCode?.[0]?.content ?? '') ?? 'original',
    // The form refers to requests only (45), not to reports that it replaces.
    replaces: [],
    events: (specifiedConsignment ?? []).flatMap((consignment, index) =>
      eventsOf(consignment, `/specifiedConsignment/${index}`, issueDateTime),
    ),
    retractedIds: [],
  };
}

/** Those whose time is known; each of every container it is about, or of the consignment. */
export function eventsOf(consignment: Consignment, path: string, issuedAt: string): TransportEvent[] {
  const statement = {
    statedAt: tradeTime(issuedAt),
    references: referencesOf(consignment),
    ...given({ reportedBy: carrierOf(consignment) }),
  };
  return occurrencesIn(consignment, path).flatMap(({ occursAt, containers, ...occurrence }) => {
    if (occursAt === undefined) return [];
    const event = { ...occurrence, ...statement, occursAt };
    const equipment = equipmentOf(consignment, { containers });
    return equipment.length === 0 ? [event] : equipment.map((one) => ({ ...event, equipment: one }));
  });
}

function equipmentOf(
  consignment: Consignment,
  { containers }: { containers: Occurrence['containers'] | undefined },
): EventEquipment[] {
  const listed = containersIn(consignment);
  if (containers === undefined) return listed;
  return containers.map((written) => {
    const number = normaliseContainerNumber(written);
    return listed.find((one) => one.number === number) ?? bareContainer(number);
  });
}

const bareContainer = (number: string): EventEquipment => ({
  number,
  checkDigitValid: hasValidCheckDigit(number),
  seals: [],
});

export const containersIn = ({ utilizedLogisticsTransportEquipment: listed }: Consignment): EventEquipment[] =>
  (listed ?? []).flatMap(({ id, categoryCode, characteristicCode, affixedLogisticsSeal }) => {
    if (!id || (categoryCode?.content ?? CONTAINER) !== CONTAINER) return [];
    const number = normaliseContainerNumber(id.content);
    const seals = (affixedLogisticsSeal ?? []).flatMap((seal) => (seal.id ?? []).map(({ content }) => content));
    return [{ ...bareContainer(number), seals, ...given({ sizeType: characteristicCode?.content }) }];
  });

/** The waybill the consignment goes under, the carrier's booking, and what else the sender refers to. */
function referencesOf(consignment: Consignment): Reference[] {
  const {
    transportContractReferencedDocument: contract,
    associatedReferencedDocument,
    carrierAssignedId,
  } = consignment;
  const stated = [
    ...reference('transportDocument', contract?.id?.[0]?.content),
    ...reference('booking', carrierAssignedId?.content),
    ...(associatedReferencedDocument ?? []).flatMap(referenceOf),
  ];
  return [...new Map(stated.map((one) => [`${one.type} ${one.value}`, one])).values()];
}

function carrierOf({ carrier }: Consignment): SchemedCode | undefined {
  const id = carrier?.id?.[0];
  return id && { scheme: PARTY_CODE_SCHEMES[id.schemeAgencyId ?? ''] ?? 'PARTY', code: id.content };
}
