import { startRoom } from '#room';
import { tracking } from './tracking.room.js';

await startRoom(tracking);
