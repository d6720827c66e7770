import type { TransportDocument, TransportMode } from '../consignment.js';
import type { SourceDocument } from '../one-document.js';

/** A document the record rests on: what was received, and what it says. */
export interface HeldDocument {
  readonly source: SourceDocument;
  readonly content: TransportDocument;
}

/** One thing that one document says, with the document that says it. */
export interface Statement<Value> {
  readonly documentId: string;
  readonly mode: TransportMode;
  readonly value: Value;
}

/** The two sides of a multimodal consignment. Road and inland waterway feed the rail side's ports and count with it. */
export type Side = 'rail' | 'sea';

export const sideOf = (mode: TransportMode): Side => (mode === 'sea' ? 'sea' : 'rail');

/** Every statement of one kind over all documents, in the documents' order. */
export function statementsOf<Value>(
  documents: readonly HeldDocument[],
  pick: (content: TransportDocument) => readonly Value[],
): Statement<Value>[] {
  return documents.flatMap(({ source, content }) =>
    pick(content).map((value) => ({ documentId: source.documentId, mode: content.mode, value })),
  );
}

export const sourcesOf = (statements: readonly Statement<unknown>[]): string[] => [
  ...new Set(statements.map(({ documentId }) => documentId)),
];

export const onSide = <Value>(statements: readonly Statement<Value>[], side: Side): Statement<Value>[] =>
  statements.filter(({ mode }) => sideOf(mode) === side);

/** The numbers of the containers that the documents name. */
export const containerNumbersOf = (...documents: readonly TransportDocument[]): Set<string> =>
  new Set(documents.flatMap(({ containers }) => containers.map(({ number }) => number)));

export function haveCommonContainers(one: TransportDocument, other: TransportDocument): boolean {
  const numbers = containerNumbersOf(other);
  return one.containers.some(({ number }) => numbers.has(number));
}

/** Both name containers, none of them in common. */
export const haveOtherContainers = (one: TransportDocument, other: TransportDocument): boolean =>
  [one, other].every(({ containers }) => containers.length > 0) && !haveCommonContainers(one, other);

/** Groups in the order in which their keys first appear. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
