export * from './paging.js';
export { problemOf, type Problem } from './problem-details.filter.js';
export { QueryOf, readChoice } from './query.js';
export { bodyReader, closed, DAY, INSTANT, text } from './request-body.js';
export * from './room.js';
export {
  dataDirectory,
  keyDirectory,
  ROOM_SETTINGS,
  settingsFrom,
  wholeNumber,
  type RoomSettings,
} from './settings.js';
export { openRoom, startRoom, stopOnSignal, type OpenRoom } from './start-room.js';
