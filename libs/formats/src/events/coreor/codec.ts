import { readEquipmentMessage } from '../../edifact-events/equipment-message.js';
import type { EdifactSource } from '../../syntax/edifact.js';

export const detect = ({ messageType }: EdifactSource): boolean => messageType === 'COREOR';

export const decode = readEquipmentMessage;
