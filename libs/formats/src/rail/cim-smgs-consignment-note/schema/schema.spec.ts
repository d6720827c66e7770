import { describeDerivedSchema } from '../../../testing/derived-schema-suite.js';

describeDerivedSchema({
  official: 'D23B-UNECE-MMTCIM-SMGSConsignmentNote.json',
  shipped: new URL('cim-smgs-consignment-note.schema.json', import.meta.url),
  samples: /\.cim-smgs\.json$/,
  varied: ['duisburg-xian-pumps.cim-smgs.json'],
});
