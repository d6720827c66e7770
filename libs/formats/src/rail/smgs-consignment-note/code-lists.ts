import type { Form } from '../../uncefact/form.js';

/** The boxes of the paper form (SMGS annex 1, the consignment note). Codes stand in `../../uncefact/code-lists.ts`. */
export const SMGS_FORM: Form = {
  code: 'SMGS',
  name: 'SMGS consignment note',
  places: {
    number: 'box 29',
    places: 'boxes 2 and 5',
    departure: 'box 26',
    arrival: 'boxes 26 and 27',
    goods: 'box 15',
    packages: 'box 17',
    grossMass: 'box 18',
    equipment: 'boxes 7 and 15',
    dangerousGoods: 'box 15, and SMGS Annex 2, 5.4.1.1.1',
  },
};
