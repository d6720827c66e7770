import { readWcoResponse } from '#formats';
import { receiptUnreadable } from '../send-manifest/manifest-refusals.js';
import type { CustomsAnswer } from './answer.js';

/** What customs says by a WCO response, and of which declaration. Refuses what is no response that can be taken. */
export function readWcoAnswer(bytes: Buffer): { readonly declarationId: string; readonly answer: CustomsAnswer } {
  const reading = readWcoResponse(bytes);
  if (!reading.response) throw receiptUnreadable(reading.findings);
  const { declaration, meaning, code, text, errors, reference, at, customsNumber, statements, duties, findings } =
    reading.response;
  return {
    declarationId: declaration.replace(WITHOUT_HYPHENS, '$1-$2-$3-$4-$5').toLowerCase(),
    answer: {
      ...(meaning !== 'amended' && { response: meaning }),
      channel: { code, text },
      ...(errors.length > 0 && { reasons: errors }),
      ...(at !== undefined && { at }),
      ...(reference !== undefined && { reference }),
      ...(customsNumber !== undefined && { customsNumber }),
      statements,
      duties,
      findings,
    },
  };
}

/** As a WCO declaration gives our number. */
const WITHOUT_HYPHENS = /^([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})$/i;
