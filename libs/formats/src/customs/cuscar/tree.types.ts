import type { Message, Segment, SegmentGroup } from '../../syntax/edifact.js';

/** A CUSCAR whose segments stand where the directory has them. In D.95B what stands at the message's head are segments, later groups. */
export interface CuscarDocument {
  readonly message: Message;
  readonly beginning: Segment;
  /** CNI/RFF: the bills that the report is of, each with its places, parties and goods. */
  readonly bills: readonly SegmentGroup[];
  /** TDT of the message: the means of transport that arrives or leaves. */
  readonly stages: readonly SegmentGroup[];
  /** EQD. */
  readonly equipment: readonly SegmentGroup[];
}
