import type { Message, Segment, SegmentGroup } from '../../syntax/edifact.js';

/** An IFTSTA whose segments stand where the directory has them, cut at its statuses. */
export interface Iftsta {
  readonly message: Message;
  /** BGM. */
  readonly beginning: Segment;
  readonly statuses: readonly Status[];
}

/** STS with what stands under it. */
export interface Status {
  readonly group: SegmentGroup;
  readonly sts: Segment;
  /** CNI: the consignment that the status is of. */
  readonly consignment: SegmentGroup;
}
