import type { GoodsLine, OneDocument, Party, Reference, TransportDocument, Wagon } from '#domain';
import type { Writing } from '../../format.js';
import { given } from '../../mapping/given.js';
import type { TransportEquipment } from '../../uncefact/building-blocks.types.js';
import { COMMODITY_SHAPES, CONTAINER, GOODS_DESCRIPTION, RAIL_WAGON } from '../../uncefact/code-lists.js';
import type {
  NoteConsignment,
  NoteItem,
  ReferencedDocument,
  TransportMovement,
} from '../../uncefact/rail-note/tree.types.js';
import {
  containerBlock,
  contentBlock,
  itemBlock,
  kilograms,
  only,
  partyBlock,
  placeBlock,
} from '../../uncefact/writing/blocks.js';
import { writePart } from '../../uncefact/writing/write-part.js';
import { check } from './checks.js';
import { checkSchema } from './codec.js';
import { toConsignment } from './to-consignment.js';
import type { SmgsNote } from './tree.types.js';

export const encode = (record: OneDocument): Writing =>
  writePart(record, { kind: 'railWaybill', write, checkSchema, check, toConsignment });

const write = (part: TransportDocument): SmgsNote => ({
  exchangedDocumentContext: { guidelineSpecifiedDocumentContextParameter: [{ id: { content: 'SMGS' } }] },
  exchangedDocument: given({
    id: { content: part.number },
    typeCode: { content: '720', listAgencyId: '6' },
    issueDateTime: part.issuedAt,
    purposeCode: [{ content: '9', listAgencyId: '6' }],
    versionId: contentBlock(part.version),
    referenceReferencedDocument: part.references.length > 0 ? part.references.map(referenceBlock) : undefined,
  }),
  specifiedConsignment: [consignmentBlock(part)],
});

const consignmentBlock = (part: TransportDocument): NoteConsignment => ({
  ...given({
    carrierAcceptanceDateTime: actualDeparture(part),
    grossWeight: only(kilograms(part.totals.grossMassKg)),
    transportEquipmentQuantity: only(contentBlock(part.totals.containers)),
  }),
  ...partyBlocks(part.parties),
  includedConsignmentItem: part.goods.map(noteItem),
  utilizedLogisticsTransportEquipment: [
    ...part.containers.map((container) => ({ ...containerBlock(container), categoryCode: { content: CONTAINER } })),
    ...part.wagons.map(wagonBlock),
  ],
  mainCarriageLogisticsTransportMovement: part.legs.map(movementBlock),
});

/** The day the contract was concluded is one that has been. */
const actualDeparture = ({ legs: [first] }: TransportDocument): string | undefined =>
  first?.departure === 'actual' ? first.departsAt : undefined;

/** The first of each role that the form has. */
const partyBlocks = (parties: readonly Party[]) => {
  const blockOf = (role: Party['role']) => {
    const party = parties.find((each) => each.role === role);
    return party && partyBlock(party);
  };
  return given({
    consignor: blockOf('consignor'),
    consignee: blockOf('consignee'),
    carrier: blockOf('railCarrier'),
    consignorAgent: blockOf('forwarder'),
  });
};

/** Codes stand in notes too, where readers without our extension look for them. */
const noteItem = (line: GoodsLine): NoteItem => ({
  ...itemBlock(line),
  applicableNote: line.railCodes
    .filter(({ scheme, code }) => COMMODITY_SHAPES[scheme].pattern.test(code))
    .map(({ scheme, code }) => ({
      subjectCode: [{ content: GOODS_DESCRIPTION, listAgencyId: '6' }],
      contentCode: [{ content: code }],
      content: [{ content: `${scheme} ${code}` }],
    })),
});

const wagonBlock = ({ number, containerNumbers }: Wagon): TransportEquipment => ({
  id: { content: number },
  categoryCode: { content: RAIL_WAGON },
  carriedAssociatedTransportEquipment: containerNumbers.map((content) => ({ id: [{ content }] })),
});

const movementBlock = ({ from, to, train, arrival, arrivesAt }: TransportDocument['legs'][number]): TransportMovement =>
  given({
    id: contentBlock(train),
    departureEvent: [{ occurrenceLogisticsLocation: placeBlock(from) }],
    arrivalEvent: [
      given({
        actualOccurrenceDateTime: arrival === 'actual' ? arrivesAt : undefined,
        occurrenceLogisticsLocation: placeBlock(to),
      }),
    ],
  });

/** UNTDID 1153; a reference of no kind that joins documents has no code. */
const REFERENCE_CODES: Readonly<Record<Reference['type'], string | undefined>> = {
  booking: 'BN',
  transportDocument: 'AAS',
  throughDocument: 'AFA',
  order: 'ON',
  contract: 'CT',
  other: undefined,
};

const referenceBlock = ({ type, value }: Reference): ReferencedDocument =>
  given({ id: [{ content: value }], referenceTypeCode: contentBlock(REFERENCE_CODES[type]) });
