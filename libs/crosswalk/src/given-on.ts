import type { GoodsQuestion, Resolution } from './crosswalk.js';

/** Somebody looked at the very goods of the question, in this record or one that went into it. */
export const isGivenOn = (resolution: Resolution, question: GoodsQuestion): boolean =>
  resolution.oneDocumentIds?.some((id) => question.oneDocumentIds?.includes(id)) === true;
