import { startRoom } from '#room';
import { documents } from './documents.room.js';

await startRoom(documents);
