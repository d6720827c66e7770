export type { EquipmentMessage as Coarri } from '../../edifact-events/equipment-message.js';
