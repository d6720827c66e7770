import type { Resolution, Subject } from '#crosswalk';
import { bodyReader, closed, text } from '#room';
import { ANSWER, REASON, SUBJECT } from '../resolve-goods/resolution-body.js';

/** Version of the record that was looked at. */
interface Looked {
  readonly oneDocumentVersion: number;
}

/** `hsCode`: one of the candidates, where it is not the first. */
export interface Acceptance extends Looked {
  readonly hsCode?: string;
  readonly reason?: string;
  readonly subject?: Subject;
}

export interface Chosen extends Looked {
  readonly answer: Resolution['answer'];
  readonly reason: string;
  readonly subject?: Subject;
}

export interface CandidatesRefusal extends Looked {
  readonly reason: string;
}

const VERSION = { type: 'integer', minimum: 1, maximum: 2_147_483_647 };

export const readAcceptance = bodyReader<Acceptance>(
  closed({ oneDocumentVersion: VERSION, hsCode: text(20), reason: REASON, subject: SUBJECT }, ['oneDocumentVersion']),
);

export const readChosen = bodyReader<Chosen>(
  closed({ oneDocumentVersion: VERSION, answer: ANSWER, reason: REASON, subject: SUBJECT }, [
    'oneDocumentVersion',
    'answer',
    'reason',
  ]),
);

export const readRefusal = bodyReader<CandidatesRefusal>(
  closed({ oneDocumentVersion: VERSION, reason: REASON }, ['oneDocumentVersion', 'reason']),
);
