import type { Form } from '../../uncefact/form.js';

/** The form's parts by their UN/CEFACT names: box numbers differ between its editions. Codes stand in `../../uncefact/code-lists.ts`. */
export const CIM_SMGS_FORM: Form = {
  code: 'CIM_SMGS',
  name: 'CIM/SMGS consignment note',
  places: {
    number: 'exchangedDocument.id',
    places: 'departureEvent and arrivalEvent',
    departure: 'carrierAcceptanceDateTime',
    arrival: 'arrivalEvent',
    goods: 'includedConsignmentItem',
    packages: 'transportLogisticsPackage',
    grossMass: 'grossWeight',
    equipment: 'utilizedLogisticsTransportEquipment',
    dangerousGoods: 'applicableDangerousGoods, and RID and SMGS Annex 2, 5.4.1.1.1',
  },
};
