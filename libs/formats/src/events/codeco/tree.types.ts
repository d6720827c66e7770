export type { EquipmentMessage as Codeco } from '../../edifact-events/equipment-message.js';
