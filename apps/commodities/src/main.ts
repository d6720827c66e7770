import { startRoom } from '#room';
import { commodities } from './commodities.room.js';

await startRoom(commodities);
