import { describeDerivedSchema } from '../../../testing/derived-schema-suite.js';

describeDerivedSchema({
  official: 'D23B-UNECE-RailWagonList.json',
  shipped: new URL('wagon-list.schema.json', import.meta.url),
  samples: /\.wagon-list\.json$/,
  varied: [
    'chongqing-qinzhou-wagons.wagon-list.json',
    'careless-list.wagon-list.json',
    'two-consignments.wagon-list.json',
  ],
});
