import type { OneDocument } from '#domain';

/** What a value rests on, in the short names that the list of documents gives them: `D1 · D2`. */
export type SourceLabels = (sources: readonly string[]) => string;

/** A source that is no document of the record, such as a list, keeps its own name. */
export function labelSources({ transportDocuments }: OneDocument): SourceLabels {
  const labels = new Map(transportDocuments.map(({ documentId }, index) => [documentId, `D${index + 1}`]));
  return (sources) => sources.map((source) => labels.get(source) ?? source).join(' · ');
}
