import { isDeepStrictEqual } from 'node:util';
import { instantOf, type Bilingual, type CustomsStatement, type DutyTaxFee, type Finding } from '#domain';

export const DECLARATION_STATUSES = [
  'drafted',
  'withdrawn',
  'lodged',
  'accepted',
  'rejected',
  'inspection',
  'released',
  'cancelled',
] as const;
export type DeclarationStatus = (typeof DECLARATION_STATUSES)[number];

/** Never lodged: its declarant's own affair, that customs and other parties know nothing of. */
export const isOwnAffair = (status: DeclarationStatus): boolean => status === 'drafted' || status === 'withdrawn';

/** Lodged, and not rejected or cancelled since: the goods are declared. */
export const STANDING = [
  'lodged',
  'accepted',
  'inspection',
  'released',
] as const satisfies readonly DeclarationStatus[];

export const isStanding = (status: DeclarationStatus): boolean =>
  (STANDING as readonly DeclarationStatus[]).includes(status);

export const RESPONSES = ['accepted', 'rejected', 'inspection', 'released', 'cancelled'] as const;
export type ResponseStatus = (typeof RESPONSES)[number];

export interface Reason {
  readonly code: string;
  readonly text: string;
}

/** Customs' own code on a receipt (回执) or the name of its WCO response, with its words. */
export interface Channel {
  readonly code: string;
  readonly text: Bilingual;
}

/** What customs says of a declaration. */
export interface CustomsAnswer {
  /** Absent for a receipt that moves nothing. */
  readonly response?: ResponseStatus;
  readonly channel?: Channel;
  readonly reasons?: readonly Reason[];
  /** ISO 8601 with offset, when customs says so. */
  readonly at?: string;
  /** Customs' own number of the response. */
  readonly reference?: string;
  /** Customs' own number of the declaration: 报关单号, MRN. */
  readonly customsNumber?: string;
  readonly statements?: readonly CustomsStatement[];
  readonly duties?: readonly DutyTaxFee[];
  /** Where the answer says more than is kept. */
  readonly findings?: readonly Finding[];
}

/** A step that was taken; a receipt that moved nothing has the status of the step before. */
export interface Step {
  readonly status: DeclarationStatus;
  readonly by: string;
  readonly at: string;
  readonly reasons: readonly Reason[];
  readonly reference?: string | null;
  readonly channel?: Channel | null;
  readonly statements?: readonly CustomsStatement[];
  readonly duties?: readonly DutyTaxFee[];
  readonly findings?: readonly Finding[];
}

/** Which response may follow which status. A draft is not customs' yet; withdrawn, rejected and cancelled are ends; goods that were released may yet be shut out (退关). */
const NEXT: Readonly<Record<DeclarationStatus, readonly ResponseStatus[]>> = {
  drafted: [],
  withdrawn: [],
  lodged: ['accepted', 'rejected', 'cancelled'],
  accepted: ['inspection', 'released', 'cancelled'],
  inspection: ['released', 'rejected', 'cancelled'],
  rejected: [],
  released: ['cancelled'],
  cancelled: [],
};

/** What an answer means for a declaration that has taken these steps. */
export type Verdict =
  | { readonly kind: 'step'; readonly status: ResponseStatus }
  /** It says nothing that moves the declaration, or what has been reached before: kept, and that is all. */
  | { readonly kind: 'receipt' }
  /** Said before: answered again, without a second effect. */
  | { readonly kind: 'repeat' }
  | { readonly kind: 'reasonsRequired' }
  /** The reference already stands on another answer. */
  | { readonly kind: 'referenceReused'; readonly status: DeclarationStatus; readonly channel?: string }
  | {
      readonly kind: 'illegal';
      readonly status: DeclarationStatus;
      readonly allowed: readonly ResponseStatus[];
      /** The time of the same response, where one was taken. */
      readonly heldAt?: string;
    };

/** Whether a step moved the declaration, rather than only being told. */
export const isMove = ({ status }: Step, index: number, steps: readonly Step[]): boolean =>
  status !== steps[index - 1]?.status;

/** Judges an answer against the steps so far, oldest first, at least one. */
export function judge(steps: readonly Step[], answer: CustomsAnswer): Verdict {
  const { response, channel, reference } = answer;
  const referenced = reference === undefined ? undefined : steps.find((step) => step.reference === reference);
  if (referenced) return saysTheSame(referenced, answer) ? { kind: 'repeat' } : reused(referenced);
  const moves = steps.filter(isMove);
  if (reference === undefined && isToldAgain(channel ? steps : moves.slice(-1), answer)) return { kind: 'repeat' };
  const isReached = channel !== undefined && moves.some(({ status }) => status === response);
  if (response === undefined || isReached) return { kind: 'receipt' };
  return judgeMove(moves, response, answer);
}

function judgeMove(moves: readonly Step[], response: ResponseStatus, { reasons }: CustomsAnswer): Verdict {
  const { status } = moves.at(-1) as Step;
  const allowed = NEXT[status];
  const held = moves.find((step) => step.status === response);
  if (!allowed.includes(response)) return { kind: 'illegal', status, allowed, ...(held && { heldAt: held.at }) };
  return response === 'rejected' && !reasons?.length ? { kind: 'reasonsRequired' } : { kind: 'step', status: response };
}

/** Without a reference an answer is known again by what it says; a response only as long as it is the last. */
const isToldAgain = (steps: readonly Step[], answer: CustomsAnswer): boolean =>
  steps.some((step) => (step.reference ?? undefined) === undefined && saysTheSame(step, answer));

const reused = ({ status, channel }: Step): Verdict => ({
  kind: 'referenceReused',
  status,
  ...(channel && { channel: channel.code }),
});

/** A time that the repeat leaves out or writes with another offset does not make it another answer, nor does a code that it leaves out. */
const saysTheSame = (step: Step, answer: CustomsAnswer): boolean =>
  (answer.channel ? step.channel?.code === answer.channel.code : step.status === answer.response) &&
  instantOf(step.at) === instantOf(answer.at ?? step.at) &&
  isDeepStrictEqual(statedIn(step), statedIn(answer));

const statedIn = ({
  reasons = [],
  statements = [],
  duties = [],
}: Pick<CustomsAnswer, 'reasons' | 'statements' | 'duties'>) => [reasons, statements, duties];
