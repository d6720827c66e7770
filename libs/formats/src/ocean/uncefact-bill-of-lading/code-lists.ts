import type { BillLevel, TransportDocument } from '#domain';
import type { Form } from '../../uncefact/form.js';

/** Codes of the bill alone; those it shares with other D.23B documents stand in `../../uncefact/code-lists.ts`. */

/** UNTDID 1001: 704 master bill, 705 and 706 bill of lading, 710 sea waybill, 714 house bill. The form itself admits 706 only. */
export const SEA_DOCUMENTS: ReadonlySet<unknown> = new Set(['704', '705', '706', '710', '714']);

/** UNTDID 1001 in `x-typeCode`: what the form's 706 does not say. */
export const BILL_LEVELS: Readonly<Record<string, BillLevel['billLevel']>> = { '704': 'master', '714': 'house' };
export const TYPE_CODES = { master: '704', house: '714' } as const;

/** UNTDID 1225, those that are not the bill said again: 1 cancellation, 3 deletion, 4 change, 5 replace. */
export const PURPOSES: Readonly<Record<string, TransportDocument['purpose']>> = {
  '1': 'cancellation',
  '3': 'cancellation',
  '4': 'replacement',
  '5': 'replacement',
};

/** UNTDID 1225: what is to be added to an earlier bill. */
export const ADDITION = '2';

/** UNTDID 3035: carrier. */
export const CARRIER = 'CA';

export const BILL_FORM: Form = {
  code: 'UNECE_BL',
  name: 'UN/CEFACT Maritime Bill of Lading D.23B',
  places: {
    number: 'exchangedDocument.id',
    places: 'loadingEvent and unloadingEvent',
    departure: 'departureEvent',
    arrival: 'unloadingEvent',
    goods: 'includedConsignmentItem',
    packages: 'packageQuantity and transportLogisticsPackage',
    grossMass: 'grossWeight',
    equipment: 'utilizedLogisticsTransportEquipment',
    dangerousGoods: 'applicableDangerousGoods, and IMDG Code 5.4.1.4.1',
  },
};
