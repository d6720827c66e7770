import { describeDerivedSchema } from '../../../testing/derived-schema-suite.js';

describeDerivedSchema({
  official: 'D23B-UNECE-SMGSConsignmentNote.json',
  shipped: new URL('smgs-consignment-note.schema.json', import.meta.url),
  samples: /\.smgs\.json$/,
  varied: ['chongqing-qinzhou-engines.cancellation.smgs.json', 'barnaul-manzhouli-flour-and-paint.smgs.json'],
});
