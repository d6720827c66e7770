import { describeDerivedSchema } from '../../../testing/derived-schema-suite.js';

describeDerivedSchema({
  official: 'D23B-UNECE-MultimodalTransportConsignmentStatusReport.json',
  shipped: new URL('status-report.schema.json', import.meta.url),
  samples: /\.status\.json$/,
  varied: ['all-parts.status.json', 'by-rail-and-sea.status.json'],
});
