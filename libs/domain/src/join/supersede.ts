import type { HeldDocument } from '../record/held-document.js';

/** One paper of one carrier in all its versions: sender, kind and number. */
export const identityOf = ({ source }: HeldDocument): string =>
  JSON.stringify([source.sentBy, source.kind, source.number]);

/**
 * What each version of one paper counts for, whatever order they came in: the highest version is current, of equal versions the one received
 * last; where the last word is a cancellation, nothing is current.
 */
export function statusesOf(versions: readonly HeldDocument[]): Map<string, HeldDocument['source']['status']> {
  const ordered = versions.toSorted(byVersion);
  const last = ordered.at(-1);
  const cancelled = last !== undefined && isCancellation(last);
  return new Map(
    ordered.map((held) => [held.source.documentId, cancelled ? 'cancelled' : held === last ? 'current' : 'replaced']),
  );
}

/** Of each paper its last version, also when it is cancelled, and what cancels it. */
export function lastVersions<Held extends HeldDocument>(documents: readonly Held[]): Held[] {
  return [...Map.groupBy(documents, identityOf).values()].flatMap((versions) => {
    const [cancellations, papers] = [versions.filter(isCancellation), versions.filter((held) => !isCancellation(held))];
    return [...papers.toSorted(byVersion).slice(-1), ...cancellations];
  });
}

const isCancellation = ({ content }: HeldDocument): boolean => content.purpose === 'cancellation';

function byVersion(one: HeldDocument, other: HeldDocument): number {
  return (
    compareNumbers(one.source.version, other.source.version) ||
    Date.parse(one.source.receivedAt) - Date.parse(other.source.receivedAt) ||
    one.source.documentId.localeCompare(other.source.documentId)
  );
}

/** Versions are digits of any length; a document without one is version 1. */
function compareNumbers(one = '1', other = '1'): number {
  if (!/^\d+$/.test(one) || !/^\d+$/.test(other)) return 0;
  const difference = BigInt(one) - BigInt(other);
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}
