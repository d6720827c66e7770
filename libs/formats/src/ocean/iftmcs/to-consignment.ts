import type { DocumentKind, Totals, TransportDocument } from '#domain';
import { given } from '../../given.js';
import { DOCUMENT_KINDS, ISSUE_TIMES, KILOGRAMS, PURPOSES, TOTALS } from './code-lists.js';
import { containerOf, containersIn, wagonOf, wagonsIn } from './equipment.js';
import { goodsLineOf } from './goods.js';
import { legOf, mainStages } from './legs.js';
import { partyOf } from './parties.js';
import { convert } from './quantities.js';
import { numberOf, referencesOf } from './references.js';
import { firstTime } from './times.js';
import type { IftmcsDocument } from './tree.types.js';

/** The message's view of the consignment. The checks have seen to it that kind, purpose, number and places are there. */
export function toConsignment(document: IftmcsDocument): TransportDocument {
  const { message, beginning, parties, goodsItems, equipment } = document;
  const kind = DOCUMENT_KINDS.get(beginning.text(1, 1)) as DocumentKind;
  const mode = kind === 'railWaybill' ? 'rail' : 'sea';
  const number = numberOf(document, kind) as string;
  return given({
    kind,
    mode,
    number,
    version: /^\d+$/.exec(beginning.text(2, 2))?.[0],
    purpose: PURPOSES.get(beginning.text(3)) ?? 'original',
    issuedAt: firstTime(
      [message],
      ISSUE_TIMES.map((code) => [code, undefined] as const),
    )?.time,
    references: referencesOf(document, number),
    parties: parties.map((party) => partyOf(party, mode === 'rail' ? 'railCarrier' : 'seaCarrier')),
    goods: goodsItems.map((item, index) => goodsLineOf(item, index, mode)),
    containers: containersIn(equipment).map(containerOf),
    wagons: wagonsIn(equipment).map(wagonOf),
    legs: mainStages(document, mode).map(legOf),
    totals: totalsOf(document),
  });
}

/** CNT: what the sender counted. */
export function totalsOf({ message }: IftmcsDocument): Totals {
  const mass = message.segment('CNT', TOTALS.grossMass);
  return given({
    packages: message.segment('CNT', TOTALS.packages)?.decimal(1, 2),
    grossMassKg: mass && convert({ value: mass.decimal(1, 2), unit: mass.code(1, 3) }, KILOGRAMS),
    containers: message.segment('CNT', TOTALS.equipment)?.decimal(1, 2),
  });
}
