import type { DangerousGoods, GoodsLine, Party, PartyRole, TransportDocument } from '../consignment.js';
import { sameCount, sameMass } from './compare.js';
import { containerNumbersOf, type HeldDocument } from './held-document.js';
import { isBill, mastersAmong } from './house-bills.js';
import { codeLikeness } from './pair-goods.js';
import { isNamedAlike } from './parties.js';

/** A substance in containers of this record that a document over others' goods too declares. */
export interface SubstanceBeside {
  readonly declared: DangerousGoods;
  readonly containers: readonly string[];
  /** Of that document. */
  readonly documentId: string;
}

/**
 * The documents, those over others' goods too as far as they speak of this record: of its containers, and of its goods where they can be told from others'. Whether
 * other records share it or not, a master bill is over what its house bills are over.
 */
export function narrowShared(documents: readonly HeldDocument[]): readonly HeldDocument[] {
  const [own] = ownAndShared(documents);
  if (own.length === 0) return documents;
  const masters = mastersAmong(documents).map(({ content }) => content);
  const bills = own.map(({ content }) => content).filter(isBill);
  const ofOwn = new Map(own.map((document) => [document, withoutOthers(document.content, bills, masters)]));
  return documents.map((document) => ({
    ...document,
    content: ofOwn.get(document) ?? narrowed(document, [...ofOwn.values()]),
  }));
}

/** Whom a waybill has in common with a master bill alone has the goods carried for those of the house bills. */
function withoutOthers(
  content: TransportDocument,
  bills: readonly TransportDocument[],
  masters: readonly TransportDocument[],
): TransportDocument {
  const isOnlyMasters = (party: Party): boolean =>
    SHIPPING.has(party.role) && masters.some(names(party)) && !bills.some(names(party));
  return isBill(content) || masters.length === 0
    ? content
    : { ...content, parties: content.parties.filter((party) => !isOnlyMasters(party)) };
}

const SHIPPING: ReadonlySet<PartyRole> = new Set(['consignor', 'consignee', 'notify']);

function ownAndShared(documents: readonly HeldDocument[]): [own: HeldDocument[], shared: HeldDocument[]] {
  const masters = mastersAmong(documents);
  const isOwn = (document: HeldDocument): boolean => !document.source.shared && !masters.includes(document);
  return [documents.filter(isOwn), documents.filter((document) => !isOwn(document))];
}

/** What must be known of the others' goods by whoever packs or carries the containers. Substances that the own documents name are no others'. */
export function substancesBeside(documents: readonly HeldDocument[]): SubstanceBeside[] {
  const [own, shared] = ownAndShared(documents);
  const contents = own.map(({ content }) => content);
  const numbers = containerNumbersOf(...contents);
  const ofOwn = new Set(
    contents
      .flatMap(({ goods }) => goods.flatMap(({ dangerousGoods }) => dangerousGoods))
      .map(({ unNumber }) => unNumber),
  );
  const found = shared
    .flatMap(({ source: { documentId }, content: { goods } }) =>
      goods.flatMap((line) => {
        const stowed = line.stowage.map(({ containerNumber }) => containerNumber);
        const containers = (stowed.length > 0 ? stowed : [...numbers]).filter((number) => numbers.has(number));
        return line.dangerousGoods.map((declared) => ({ declared, containers, documentId }));
      }),
    )
    .filter(({ declared, containers }) => containers.length > 0 && !ofOwn.has(declared.unNumber));
  return [...new Map(found.map((one) => [`${one.declared.unNumber} ${one.containers.join()}`, one])).values()];
}

/**
 * Parties and numbers that the own documents do not name may be the others', who are not for all to know; what is stated in total says nothing of a share. The
 * goods of a master bill are its house bills' to name.
 */
function narrowed({ source, content }: HeldDocument, own: readonly TransportDocument[]): TransportDocument {
  const numbers = containerNumbersOf(...own);
  return {
    ...content,
    references: content.references.filter(
      ({ type, value }) =>
        !source.shared ||
        own.some(({ references }) => references.some((one) => one.type === type && one.value === value)),
    ),
    parties: content.parties.filter((party) => CARRIERS.has(party.role) || own.some(names(party))),
    containers: content.containers.filter(
      ({ number }) => numbers.has(number) || (numbers.size === 0 && !source.shared),
    ),
    wagons: content.wagons
      .filter(
        ({ containerNumbers }) => containerNumbers.length === 0 || containerNumbers.some((one) => numbers.has(one)),
      )
      .map((wagon) => ({ ...wagon, containerNumbers: wagon.containerNumbers.filter((one) => numbers.has(one)) })),
    goods: isBill(content)
      ? []
      : ownLines(
          content.goods,
          own.flatMap(({ goods }) => goods),
          numbers,
        ),
    totals: {},
  };
}

const names =
  (party: Party) =>
  ({ parties }: TransportDocument): boolean =>
    parties.some((one) => one.role === party.role && isNamedAlike(one, party));

const CARRIERS: ReadonlySet<PartyRole> = new Set(['railCarrier', 'seaCarrier']);

/** Lines that state as much as one of the own lines; else the one name under which all the goods travel. */
function ownLines(said: readonly GoodsLine[], own: readonly GoodsLine[], numbers: ReadonlySet<string>): GoodsLine[] {
  const meant = said.filter((line) => own.some((other) => isSameShare(line, other)));
  if (meant.length > 0)
    return meant.map((line) => ({
      ...line,
      stowage: line.stowage.filter(({ containerNumber }) => numbers.has(containerNumber)),
    }));
  const [all, ...more] = said;
  const [goods, ...others] = own;
  return all && goods && more.length + others.length === 0 && !contradict(all, goods) ? [nameOf(all, goods)] : [];
}

const isSameShare = (line: GoodsLine, own: GoodsLine): boolean =>
  line.packages !== undefined &&
  own.packages !== undefined &&
  sameCount(line.packages, own.packages) &&
  line.grossMassKg !== undefined &&
  own.grossMassKg !== undefined &&
  sameMass(line.grossMassKg, own.grossMassKg) &&
  !contradict(line, own);

const contradict = (one: GoodsLine, other: GoodsLine): boolean => codeLikeness([one], [other]) < 0;

const nameOf = (
  { sequence, names, railCodes, hsCodes, dangerousGoods, path }: GoodsLine,
  own: GoodsLine,
): GoodsLine => ({
  sequence,
  names,
  railCodes,
  hsCodes,
  stowage: [],
  dangerousGoods: dangerousGoods.filter(({ unNumber }) => own.dangerousGoods.some((one) => one.unNumber === unNumber)),
  path,
});
