import type { DocumentKind, TransportDocument } from '#domain';
import { given } from '../mapping/given.js';
import type { SegmentGroup } from '../syntax/edifact.js';
import { ISSUE_TIMES, PURPOSES } from './code-lists.js';
import { wagonsIn } from './equipment.js';
import { endsOfCarriage, legOf } from './legs.js';
import { partyOf } from './parties.js';
import { billLevelOf, referencesOf } from './references.js';
import { firstTime } from './times.js';
import type { TransportMessage } from './transport-message.types.js';

/** The message's view of the consignment. The checks have seen to it that kind, purpose, number and places are there. */
export function toConsignment(document: TransportMessage): TransportDocument {
  const { message, mode, beginning, parties, equipment } = document;
  const number = document.number as string;
  const carrier = mode === 'rail' ? 'railCarrier' : 'seaCarrier';
  return given({
    kind: document.kind as DocumentKind,
    mode,
    number,
    version: /^\d+$/.exec(beginning.text(2, 2))?.[0],
    purpose: PURPOSES.get(beginning.text(3)) ?? 'original',
    issuedAt: firstTime([message], ISSUE_TIMES)?.time,
    ...billLevelOf(document, number),
    references: referencesOf(document, number),
    parties: parties.map((party) => partyOf(party.opening, carrier, behind(party))),
    goods: document.goodsItems.map(({ line }) => line),
    containers: document.containers,
    wagons: wagonsIn(equipment),
    legs: document.stages.map(legOf),
    ...endsOfCarriage(document),
    totals: document.totals,
  });
}

const behind = (party: SegmentGroup) => ({ references: party.openings('RFF'), contacts: party.groups('CTA') });
