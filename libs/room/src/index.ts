export { chooseRendering } from './forms/choose-rendering.js';
export { tradeForm, whole, type Forms, type Rendering } from './forms/forms.js';
export { findingsOf, giveForm, type FormFindings, type FormQuery } from './forms/give-form.js';
export { BytesOf } from './http/bytes-of.js';
export { preferredLanguage, type Language } from './http/preferred-language.js';
export { inTurns } from './in-turns.js';
export * from './paging.js';
export { openDoor, type Door } from './http/open-door.js';
export { Metrics } from './metrics/metrics.js';
export { ForgetOld } from './forget-old.js';
export { NowAndThen } from './now-and-then.js';
export { problemOf, type Problem } from './problem-details.filter.js';
export { QueryOf, readChoice } from './query.js';
export { bodyReader, closed, DAY, INSTANT, text } from './request-body.js';
export * from './room.js';
export {
  addressFrom,
  dataDirectory,
  keyDirectory,
  makeDirectory,
  ROOM_SETTINGS,
  settingsFrom,
  type Address,
  type RoomSettings,
} from './settings.js';
export { openRoom, startRoom, type OpenRoom } from './start-room.js';
export { openSupervision, type Supervision } from './supervision.js';
export { currentTraceparent } from './traces/activity.js';
