import { isDeepStrictEqual } from 'node:util';

export const DECLARATION_STATUSES = [
  'drafted',
  'withdrawn',
  'lodged',
  'accepted',
  'rejected',
  'inspection',
  'released',
] as const;
export type DeclarationStatus = (typeof DECLARATION_STATUSES)[number];

/** Never lodged: its declarant's own affair, that customs and other parties know nothing of. */
export const isOwnAffair = (status: DeclarationStatus): boolean => status === 'drafted' || status === 'withdrawn';

export const RESPONSES = ['accepted', 'rejected', 'inspection', 'released'] as const;
export type ResponseStatus = (typeof RESPONSES)[number];

export interface Reason {
  readonly code: string;
  readonly text: string;
}

/** What customs says of a declaration. */
export interface CustomsResponse {
  readonly response: ResponseStatus;
  readonly reasons?: readonly Reason[];
  /** ISO 8601 with offset, when customs says so. */
  readonly at?: string;
  /** Customs' own number of the response. */
  readonly reference?: string;
}

/** A step that was taken. */
export interface Step {
  readonly status: DeclarationStatus;
  readonly by: string;
  readonly at: string;
  readonly reasons: readonly Reason[];
  readonly reference?: string | null;
}

/** Which response may follow which status. A draft is not customs' yet; withdrawn, rejected and released are ends. */
const NEXT: Readonly<Record<DeclarationStatus, readonly ResponseStatus[]>> = {
  drafted: [],
  withdrawn: [],
  lodged: ['accepted', 'rejected'],
  accepted: ['inspection', 'released'],
  inspection: ['released', 'rejected'],
  rejected: [],
  released: [],
};

/** What a response means for a declaration that has taken these steps. */
export type Verdict =
  | { readonly kind: 'step' }
  /** Said before: answered again, without a second effect. */
  | { readonly kind: 'repeat' }
  | { readonly kind: 'reasonsRequired' }
  /** The reference already stands on another response. */
  | { readonly kind: 'referenceReused'; readonly status: DeclarationStatus }
  | { readonly kind: 'illegal'; readonly status: DeclarationStatus; readonly allowed: readonly ResponseStatus[] };

/** Judges a response against the steps so far, oldest first, at least one. */
export function judge(steps: readonly Step[], response: CustomsResponse): Verdict {
  const last = steps.at(-1) as Step;
  const referenced =
    response.reference === undefined ? undefined : steps.find(({ reference }) => reference === response.reference);
  if (referenced)
    return saysTheSame(referenced, response)
      ? { kind: 'repeat' }
      : { kind: 'referenceReused', status: referenced.status };
  if (response.reference === undefined && (last.reference ?? undefined) === undefined && saysTheSame(last, response))
    return { kind: 'repeat' };
  const allowed = NEXT[last.status];
  if (!allowed.includes(response.response)) return { kind: 'illegal', status: last.status, allowed };
  return response.response === 'rejected' && !response.reasons?.length ? { kind: 'reasonsRequired' } : { kind: 'step' };
}

/** A time that the repeat leaves out does not make it another response. */
const saysTheSame = (step: Step, { response, reasons = [], at = step.at }: CustomsResponse): boolean =>
  step.status === response && step.at === at && isDeepStrictEqual(step.reasons, reasons);
