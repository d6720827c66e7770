import type { Reason } from '../answer-declaration/answer.js';
import type { Declaration } from '#domain';
import { changesBetween, type MovedAway } from '../read-declarations/outdated.js';
import type { StoredRequest } from '../storage/declaration-request.entity.js';

/** 修改 or 撤销 of what is with customs. */
export const REQUEST_KINDS = ['amendment', 'cancellation'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** `superseded`: its declarant asked for something else before customs decided. `lapsed`: customs rejected or cancelled the declaration before. */
export type RequestStatus = 'pending' | 'granted' | 'refused' | 'superseded' | 'lapsed';

export const DECISIONS = ['granted', 'refused'] as const;

/** What customs says of a request. */
export interface Decision {
  readonly decision: (typeof DECISIONS)[number];
  readonly reasons?: readonly Reason[];
  /** ISO 8601 with offset, when customs says so. */
  readonly at?: string;
  /** Customs' own number of the decision. */
  readonly reference?: string;
}

/** A request as it stands beside its declaration. */
export interface RequestSummary {
  readonly requestId: string;
  readonly kind: RequestKind;
  readonly status: RequestStatus;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  /** What an amendment makes other, each with its place in the declaration. */
  readonly changes: readonly MovedAway[];
  readonly decided?: {
    readonly by: string;
    readonly at: string;
    readonly reasons: readonly Reason[];
    readonly reference?: string;
  };
}

/** A request with the declaration as it stood and as it shall stand. */
export interface RequestView extends RequestSummary {
  readonly declared: Declaration;
  readonly proposed?: Declaration;
}

export const requestSummary = (stored: StoredRequest): RequestSummary => {
  const { decidedBy, decidedAt, reasons, reference } = stored;
  return {
    requestId: stored.id,
    kind: stored.kind,
    status: stored.status,
    reason: stored.reason,
    by: stored.askedBy,
    at: stored.askedAt.toISOString(),
    changes: stored.proposed ? changesBetween(stored.declared, stored.proposed) : [],
    ...(decidedBy !== null &&
      decidedAt !== null && {
        decided: { by: decidedBy, at: decidedAt, reasons, ...(reference !== null && { reference }) },
      }),
  };
};

export const requestView = (stored: StoredRequest): RequestView => ({
  ...requestSummary(stored),
  declared: stored.declared,
  ...(stored.proposed && { proposed: stored.proposed }),
});
