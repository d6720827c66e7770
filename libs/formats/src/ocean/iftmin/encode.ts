import type { OneDocument } from '#domain';
import { writeWholeJourney } from '../../edifact-transport/writing/write-message.js';
import type { Writing } from '../../format.js';
import { check } from './checks.js';
import { decode } from './codec.js';

/** The whole journey as a forwarding instruction (610). */
export const encode = (record: OneDocument): Writing =>
  writeWholeJourney(record, 'shippingInstruction', { type: 'IFTMIN', documentCode: '610', decode, check });
