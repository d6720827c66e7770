import { startRoom } from '#room';
import { gateway } from './gateway.room.js';

await startRoom(gateway);
