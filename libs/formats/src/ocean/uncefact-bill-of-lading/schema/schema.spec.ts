import { describeDerivedSchema } from '../../../testing/derived-schema-suite.js';

describeDerivedSchema({
  official: 'D23B-UNECE-MaritimeBillofLading.json',
  shipped: new URL('bill-of-lading.schema.json', import.meta.url),
  samples: /\.bl\.json$|^sea\.uncefact\.json$/,
  varied: ['qinzhou-singapore-engines-and-paint.bl.json'],
});
