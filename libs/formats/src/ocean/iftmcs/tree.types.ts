import type { Message, Segment, SegmentGroup } from '../../syntax/edifact.js';

/** An IFTMCS whose segments stand where the directory has them; groups under what they are about, values still as the sender wrote them. */
export interface IftmcsDocument {
  readonly message: Message;
  /** BGM: which document this is, its number and its function. */
  readonly beginning: Segment;
  /** SG3, RFF. */
  readonly references: readonly SegmentGroup[];
  /** SG8, TDT: stages of the carriage, each with its places in SG9. */
  readonly stages: readonly SegmentGroup[];
  /** SG11, NAD. */
  readonly parties: readonly SegmentGroup[];
  /** SG18, GID. */
  readonly goodsItems: readonly SegmentGroup[];
  /** SG35, EQD: containers and rail wagons. */
  readonly equipment: readonly SegmentGroup[];
}
