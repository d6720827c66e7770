import type { DangerousGoods, GoodsLine, Party, PartyRole, TransportDocument } from '../consignment.js';
import { sameCount, sameMass } from './compare.js';
import { containerNumbersOf, type HeldDocument } from './held-document.js';
import { codeLikeness } from './pair-goods.js';
import { isNamedAlike } from './parties.js';

/** A substance in containers of this record that a shared waybill declares of other records' goods. */
export interface SubstanceBeside {
  readonly declared: DangerousGoods;
  readonly containers: readonly string[];
  /** Of the waybill. */
  readonly documentId: string;
}

/** The documents, those that other records share as far as they speak of this one: of its containers, and of its goods where they can be told from others'. */
export function narrowShared(documents: readonly HeldDocument[]): readonly HeldDocument[] {
  const own = contentsOfOwn(documents);
  if (own.length === 0 || own.length === documents.length) return documents;
  return documents.map((document) =>
    document.source.shared ? { ...document, content: narrowed(document.content, own) } : document,
  );
}

/** What must be known of the others' goods by whoever packs or carries the containers. Substances that the own documents name are no others'. */
export function substancesBeside(documents: readonly HeldDocument[]): SubstanceBeside[] {
  const own = contentsOfOwn(documents);
  if (own.length === documents.length) return [];
  const numbers = containerNumbersOf(...own);
  const ofOwn = new Set(
    own.flatMap(({ goods }) => goods.flatMap(({ dangerousGoods }) => dangerousGoods)).map(({ unNumber }) => unNumber),
  );
  const found = documents
    .filter(({ source }) => source.shared)
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

const contentsOfOwn = (documents: readonly HeldDocument[]): TransportDocument[] =>
  documents.filter(({ source }) => !source.shared).map(({ content }) => content);

/** Parties and numbers that the own documents do not name may be the others', who are not for all to know; what is stated in total says nothing of a share. */
function narrowed(content: TransportDocument, own: readonly TransportDocument[]): TransportDocument {
  const numbers = containerNumbersOf(...own);
  return {
    ...content,
    references: content.references.filter(({ type, value }) =>
      own.some(({ references }) => references.some((one) => one.type === type && one.value === value)),
    ),
    parties: content.parties.filter((party) => CARRIERS.has(party.role) || own.some(names(party))),
    containers: content.containers.filter(({ number }) => numbers.has(number)),
    wagons: content.wagons
      .filter(
        ({ containerNumbers }) => containerNumbers.length === 0 || containerNumbers.some((one) => numbers.has(one)),
      )
      .map((wagon) => ({ ...wagon, containerNumbers: wagon.containerNumbers.filter((one) => numbers.has(one)) })),
    goods: ownLines(
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
