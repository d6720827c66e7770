export type { EquipmentMessage as Coreor } from '../../edifact-events/equipment-message.js';
