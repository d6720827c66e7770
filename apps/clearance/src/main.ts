import { startRoom } from '#room';
import { clearance } from './clearance.room.js';

await startRoom(clearance);
