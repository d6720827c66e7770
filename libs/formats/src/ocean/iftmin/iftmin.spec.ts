import { readFileSync } from 'node:fs';
import type { OneDocument, TransportDocument } from '#domain';
import fc from 'fast-check';
import { catalogue } from '../../catalogue.js';
import { anyWholeJourney } from '../../edifact-transport/testing/any-carriable-document.js';
import { comesBack, writtenAndRead } from '../../edifact-transport/testing/written-and-read.js';
import { readDocument } from '../../read-document.js';
import { describeFormat } from '../../testing/format-suite.js';
import { recordOf } from '../../testing/record-of.js';
import { encode } from './encode.js';
import { iftmin } from './index.js';

describeFormat(iftmin, new URL('./', import.meta.url));

const read = (sample: string): TransportDocument =>
  readDocument(readFileSync(new URL(sample, import.meta.url)), catalogue).document!;
const instruction = read('samples/valid/qinzhou-singapore-shipping-instruction.iftmin.edi');

const written = (...documents: TransportDocument[]) => writtenAndRead(recordOf(...documents), encode);

describe('the forwarding instruction of a record', () => {
  it('is what was instructed, under its number', () => {
    const { document, found, isAcknowledged, lost, text } = written(instruction);
    expect({ found, isAcknowledged, lost }).toEqual({ found: [], isAcknowledged: true, lost: [] });
    expect(text).toContain("BGM+610+YX-SI-0042:1+9'");
    expect(document).toMatchObject({ kind: 'shippingInstruction', number: 'YX-SI-0042', legs: [{ mode: 'sea' }] });
  });

  it('is the whole journey of a record of contracts', () => {
    const note = read('../../rail/smgs-consignment-note/samples/valid/chongqing-qinzhou-engines.smgs.json');
    const { document } = written(note, { ...instruction, kind: 'billOfLading', number: 'HBLQZH2611091' });
    expect(document?.legs.map(({ mode }) => mode)).toEqual(['rail', 'sea']);
    expect(document?.references).toContainEqual({ type: 'transportDocument', value: 'CQ26110417' });
  });

  it('is not written of a record whose documents are cancelled', () => {
    const record = recordOf(instruction);
    const transportDocuments = record.transportDocuments.map((one) => ({ ...one, status: 'cancelled' as const }));
    expect(encode({ ...record, transportDocuments, parties: [] })).toMatchObject({
      findings: [{ code: 'RECORD.NO_DOCUMENT', path: '/transportDocuments' }],
    });
  });

  it('is not written without a party, which the message has to have', () => {
    const { bytes, findings } = encode({ ...recordOf(instruction), parties: [] } satisfies OneDocument);
    expect(bytes).toBeUndefined();
    expect(findings.map(({ code }) => code)).toEqual(['EDIFACT.SEGMENT_MISSING']);
  });
});

it('whatever the message can carry comes back as it was, acknowledged and without a finding of the directory', () => {
  const any = anyWholeJourney('shippingInstruction')
    .filter(({ parties }) => parties.length > 0)
    .map(({ issuedAt: _issuedAt, ...document }) => document);
  fc.assert(
    fc.property(any, (document) => comesBack(document, encode)),
    { numRuns: 1000 },
  );
}, 600_000);
