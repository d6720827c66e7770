import type { DeclarationStep, OneDocumentChanged } from '#contracts';
import type { GoodsItem } from '#domain';
import type { ResolutionUseRow } from '../storage/resolution-use.entity.js';

/** A use as it is written; the database gives its place. */
export type NewUse = Omit<ResolutionUseRow, 'seq' | 'usedAt'> & { readonly usedAt: string };

type NamedItem = Pick<GoodsItem, 'sequence' | 'railNaming' | 'customsNaming'>;

/** The resolutions that this version of a record rests on. */
export const usesOfRecord = ({ oneDocument, visibleTo }: OneDocumentChanged): NewUse[] =>
  resolutionsOf(oneDocument.goodsItems).map((resolution) => ({
    ...resolution,
    oneDocumentId: oneDocument.id,
    oneDocumentVersion: oneDocument.version,
    declarationId: null,
    amendment: '',
    status: oneDocument.state === 'merged' || oneDocument.state === 'cancelled' ? 'past' : 'inForce',
    usedAt: oneDocument.changedAt,
    visibleTo: [...visibleTo],
  }));

/** The request by which a declaration became what it is. */
export const amendmentOf = ({ request }: DeclarationStep): string => request?.requestId ?? '';

/** The resolutions that a lodged declaration rests on. Its declarant sees it, and who sees its record. */
export const usesOfDeclaration = (step: DeclarationStep): NewUse[] =>
  resolutionsOf((step.declaration as { readonly goodsItems: readonly NamedItem[] } | undefined)?.goodsItems ?? []).map(
    (resolution) => ({
      ...resolution,
      oneDocumentId: step.oneDocumentId,
      oneDocumentVersion: step.oneDocumentVersion,
      declarationId: step.declarationId,
      amendment: amendmentOf(step),
      status: 'lodged',
      usedAt: step.at,
      visibleTo: [step.declarant],
    }),
  );

/** Each once, with the numbers of the items whose names rest on it. */
function resolutionsOf(items: readonly NamedItem[]) {
  const used = items.flatMap(({ sequence, railNaming, customsNaming }) =>
    [railNaming.resolution, customsNaming.resolution].flatMap((resolution) =>
      resolution ? { ...resolution, sequence } : [],
    ),
  );
  return [...Map.groupBy(used, ({ id, version }) => `${id} ${version}`).values()].map((uses) => {
    const { id, version } = uses[0] as (typeof used)[number];
    return {
      resolutionId: id,
      resolutionVersion: version,
      sequences: [...new Set(uses.map(({ sequence }) => sequence))],
    };
  });
}
