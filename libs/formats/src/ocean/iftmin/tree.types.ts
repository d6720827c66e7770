export type { TransportMessage as IftminDocument } from '../../edifact-transport/transport-message.types.js';
