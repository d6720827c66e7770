import type { Form } from '../../uncefact/form.js';

/** UNTDID 8067. */
export const RAIL = '2';

/** UNTDID 1153: number of a transport document. */
export const TRANSPORT_DOCUMENT = 'AAS';

/** The form's parts by their UN/CEFACT names: it has no paper boxes. Codes stand in `../../uncefact/code-lists.ts`. */
export const WAGON_LIST_FORM: Form = {
  code: 'WAGON_LIST',
  name: 'Rail wagon list',
  places: {
    number: 'exchangedDocument.id',
    places: 'carrierAcceptanceLogisticsLocation and deliveryEvent',
    departure: 'carrierAcceptanceDateTime',
    goods: 'includedConsignmentItem',
    grossMass: 'grossWeight',
    equipment: 'utilizedLogisticsTransportEquipment',
    dangerousGoods: 'applicableDangerousGoods',
  },
};
