import type { Room } from '#room';
import { clearance } from '../../clearance/src/clearance.room.js';
import { commodities } from '../../commodities/src/commodities.room.js';
import { documents } from '../../documents/src/documents.room.js';
import { gateway } from '../../gateway/src/gateway.room.js';
import { tracking } from '../../tracking/src/tracking.room.js';

/** The five rooms, in the order in which a document walks through them. */
export const rooms: readonly Room[] = [gateway, documents, commodities, clearance, tracking];
