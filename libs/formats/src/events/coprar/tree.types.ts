export type { EquipmentMessage as Coprar } from '../../edifact-events/equipment-message.js';
