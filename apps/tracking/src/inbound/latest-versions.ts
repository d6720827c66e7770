import type { OneDocumentChanged } from '#contracts';
import type { Message } from '#messaging';

/** A record's version with the message that told of it. */
export interface ToldVersion {
  readonly message: Message;
  readonly event: OneDocumentChanged;
}

/** The highest version of each record in a batch, ordered alike in every process so that two batches never wait for each other. */
export function latestVersions(told: readonly ToldVersion[]): ToldVersion[] {
  const latest = new Map<string, ToldVersion>();
  for (const one of told) {
    const { id, version } = one.event.oneDocument;
    if (version > (latest.get(id)?.event.oneDocument.version ?? 0)) latest.set(id, one);
  }
  return [...latest].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, version]) => version);
}
