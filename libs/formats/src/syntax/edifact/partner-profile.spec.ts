import { readDocument } from '../../read-document.js';
import type { PartnerProfile } from './partner-profile.js';
import { interchangeText } from './testing/messages.js';

const BODY =
  "BGM+705+BL1+9'TDT+20+1+1'LOC+9+CNQZH'LOC+11+SGSIN'NAD+CN+X'GID+1+10:CT'FTX+AAA+++PAINT'SGP+YDAU2005308+6'SGP+YDAU2005350+4'" +
  "EQD+CN+YDAU2005308'EQD+CN+YDAU2005350'";

const read = (text: string, profile?: PartnerProfile) => readDocument(Buffer.from(text), undefined, profile);

describe('a document read as was agreed with its sender', () => {
  it.each(['GID+1+TEN:CT', 'GID+1+1E1:CT', 'GID+1+-:CT'])('has no number that is none: %s', (gid) => {
    const { findings, document } = read(interchangeText(BODY.replace('GID+1+10:CT', gid)), {
      severities: { 'EDIFACT.CHARACTER_TYPE': 'warning' },
    });
    expect(findings[0]).toMatchObject({ code: 'EDIFACT.CHARACTER_TYPE', severity: 'warning', path: '7:GID/2/1' });
    expect(document?.goods[0]).not.toHaveProperty('packages');
    expect(document?.goods[0]?.stowage.map(({ packages }) => packages)).toEqual(['6', '4']);
  });
});
