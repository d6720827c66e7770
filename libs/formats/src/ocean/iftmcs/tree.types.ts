import type { DecimalText } from '#domain';
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
  readonly goodsItems: readonly GoodsItem[];
  /** SG35, EQD: containers and rail wagons. */
  readonly equipment: readonly SegmentGroup[];
}

/** SG18, GID. What both the checks and the record need is read once. */
export interface GoodsItem {
  readonly group: SegmentGroup;
  readonly gid: Segment;
  /** C213 7224, the outer packages. */
  readonly packages: DecimalText | undefined;
  /** The lines of FTX+AAA. */
  readonly description: readonly string[];
  readonly measurements: readonly Measurement[];
  readonly splits: readonly Split[];
  /** SG30, DGS. */
  readonly dangerousGoods: readonly SegmentGroup[];
}

/** SG27, SGP: what of the goods item is in one container. */
export interface Split {
  readonly sgp: Segment;
  /** Normalised: without spaces, in capitals. */
  readonly containerNumber: string;
  readonly packages: DecimalText | undefined;
  readonly measurements: readonly Measurement[];
}

/** MEA. */
export interface Measurement {
  readonly mea: Segment;
  /** 6313. */
  readonly attribute: string;
  /** 6411. */
  readonly unit: string;
  /** 6314, not always a number. */
  readonly value: DecimalText | undefined;
}
