import type {
  CustomsStatement,
  DutyTaxFee,
  Declaration,
  DeclarationMode,
  DeclarationType,
  Finding,
  OneDocumentState,
} from '#domain';
import { isMove, type Channel, type DeclarationStatus, type Reason } from '../answer-declaration/answer.js';
import { requestSummary, type RequestSummary } from '../change-declaration/declaration-request.js';
import type { StoredRequest } from '../storage/declaration-request.entity.js';
import type { StoredStep } from '../storage/declaration-step.entity.js';
import type { StoredDeclaration } from '../storage/declaration.entity.js';
import type { KeptRecord } from '../storage/kept-record.entity.js';
import { movedAway, type MovedAway } from './outdated.js';

/** A declaration in a list. */
export interface DeclarationSummary {
  readonly declarationId: string;
  readonly oneDocumentId: string;
  readonly oneDocumentVersion: number;
  readonly type: DeclarationType;
  readonly mode: DeclarationMode;
  readonly status: DeclarationStatus;
  readonly declarant: string;
  /** The record's goods, masses, means or document over the border are no longer those declared. */
  readonly outdated: boolean;
  /** For whom a broker declares. */
  readonly principal?: string;
  /** Customs' own: 报关单号, MRN. */
  readonly customsNumber?: string;
  readonly lodgedAt: string | null;
  readonly changedAt: string;
}

/** A declaration in full. */
export interface DeclarationView extends DeclarationSummary {
  /** The record as this room last heard it; absent when the reader may not see the record any more. */
  readonly recordVersionNow?: number;
  readonly recordStateNow?: OneDocumentState;
  /** Where, when it is. */
  readonly outdatedBecause?: readonly MovedAway[];
  readonly steps: readonly StepView[];
  /** Of customs, that moved nothing; `status` is where the declaration stood. */
  readonly receipts: readonly StepView[];
  /** What its declarant asked customs to amend or cancel, the oldest first. */
  readonly requests: readonly RequestSummary[];
  readonly declaration: Declaration;
}

export interface StepView {
  readonly status: DeclarationStatus;
  readonly by: string;
  readonly at: string;
  readonly reasons: readonly Reason[];
  readonly reference?: string;
  /** The code and the words of customs' receipt, where it came as one. */
  readonly channel?: Channel;
  readonly statements?: readonly CustomsStatement[];
  /** For customs and for who declared alone: they tell what the goods cost. */
  readonly duties?: readonly DutyTaxFee[];
  /** Where customs' answer said more than is kept, or gave a time before that of the step it follows. */
  readonly findings?: readonly Finding[];
}

export const declarationSummary = (stored: Omit<StoredDeclaration, 'declaration'>): DeclarationSummary => ({
  declarationId: stored.id,
  oneDocumentId: stored.oneDocumentId,
  oneDocumentVersion: stored.oneDocumentVersion,
  type: stored.type,
  mode: stored.mode,
  status: stored.status,
  declarant: stored.declarant,
  outdated: stored.outdated,
  ...(stored.principal !== null && { principal: stored.principal }),
  ...(stored.customsNumber !== null && { customsNumber: stored.customsNumber }),
  lodgedAt: stored.lodgedAt?.toISOString() ?? null,
  changedAt: stored.changedAt.toISOString(),
});

export const declarationView = (
  stored: StoredDeclaration,
  steps: readonly StoredStep[],
  requests: readonly StoredRequest[],
  kept: KeptRecord | null,
): DeclarationView => ({
  ...declarationSummary(stored),
  ...(kept && againstRecord(stored, kept)),
  steps: steps.filter(isMove).map(stepView),
  receipts: steps.filter((...step) => !isMove(...step)).map(stepView),
  requests: requests.map(requestSummary),
  declaration: stored.declaration,
});

function againstRecord({ declaration }: StoredDeclaration, { version, state, record }: KeptRecord) {
  const moved = movedAway(declaration, record);
  const outdated = moved.length > 0;
  return { recordVersionNow: version, recordStateNow: state, outdated, ...(outdated && { outdatedBecause: moved }) };
}

const stepView = ({
  status,
  by,
  at,
  reasons,
  reference,
  channel,
  statements,
  duties,
  findings,
}: StoredStep): StepView => ({
  status,
  by,
  at,
  reasons,
  ...(reference !== null && { reference }),
  ...(channel !== null && { channel }),
  ...(statements.length > 0 && { statements }),
  ...(duties.length > 0 && { duties }),
  ...(findings.length > 0 && { findings }),
});

export const withoutDuties = (view: DeclarationView): DeclarationView => ({
  ...view,
  steps: view.steps.map(leaveDuties),
  receipts: view.receipts.map(leaveDuties),
});

const leaveDuties = ({ duties: _, ...step }: StepView): StepView => step;
