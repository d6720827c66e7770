export type { TransportMessage as IftmcsDocument } from '../../edifact-transport/transport-message.types.js';
