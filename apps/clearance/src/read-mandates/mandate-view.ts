import type { DeclarationStatus } from '../answer-declaration/answer.js';
import type { DeclarationType } from '#domain';
import type { StoredMandate } from '../storage/mandate.entity.js';

/** The latest declaration made by a mandate. */
export interface MandatedDeclaration {
  readonly declarationId: string;
  readonly status: DeclarationStatus;
}

export interface MandateView {
  readonly mandateId: string;
  readonly oneDocumentId: string;
  readonly type: DeclarationType;
  readonly principal: string;
  readonly broker: string;
  readonly givenAt: string;
  /** Absent while it holds. */
  readonly revocation?: { readonly at: string; readonly reason: string };
  /** As far as the reader may see it: a draft is the broker's own affair. */
  readonly declaration?: MandatedDeclaration;
}

export const mandateView = (
  { id, oneDocumentId, type, principal, broker, givenAt, revokedAt, revokedBecause }: StoredMandate,
  declaration: MandatedDeclaration | undefined,
): MandateView => ({
  mandateId: id,
  oneDocumentId,
  type,
  principal,
  broker,
  givenAt: givenAt.toISOString(),
  ...(revokedAt !== null &&
    revokedBecause !== null && { revocation: { at: revokedAt.toISOString(), reason: revokedBecause } }),
  ...(declaration && { declaration }),
});
