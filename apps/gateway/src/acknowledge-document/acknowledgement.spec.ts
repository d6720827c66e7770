import { acknowledgementOf } from './acknowledgement.js';

const interchange = Buffer.from(
  "UNB+UNOC:3+LINE+YIDAN+261115:0930+HB1'UNH+1+IFTMCS:D:00B:UN'BGM+705+X+9'UNT+3+1'UNZ+1+HB1'",
);
const checked = {
  documentId: '0193a1b2-0000-7000-8000-000000000001',
  findings: [
    {
      code: 'IFTMCS.NO_GOODS',
      severity: 'error' as const,
      path: '2:BGM',
      message: { en: 'No goods.', zh: '没有货物。' },
    },
  ],
  checkedAt: new Date('2026-11-15T01:31:09.412Z'),
};
const segmentsOf = (bytes: Buffer): string[] => bytes.toString().split("'");

describe('acknowledgementOf', () => {
  it('gives the same bytes whenever it is asked, dated when the document was checked', () => {
    const { bytes } = acknowledgementOf('CONTRL', checked, interchange);
    expect(acknowledgementOf('CONTRL', checked, interchange).bytes).toEqual(bytes);
    expect(segmentsOf(bytes)[0]).toMatch(/^UNB\+UNOC:3\+YIDAN\+LINE\+261115:0131\+[0-9A-Z]{14}$/);
  });

  it('gives each answer a reference of its own', () => {
    const references = [
      acknowledgementOf('CONTRL', checked, interchange),
      acknowledgementOf('APERAK', checked, interchange),
      acknowledgementOf('CONTRL', { ...checked, documentId: '0193a1b2-0000-7000-8000-000000000002' }, interchange),
    ].map(({ bytes }) => segmentsOf(bytes)[0]?.slice(-14));
    expect(new Set(references).size).toBe(3);
  });

  it.each([
    ['DOCUMENT.NOT_CHECKED', 'conflict', { ...checked, checkedAt: null }, interchange],
    ['DOCUMENT.NOT_EDIFACT', 'not-found', checked, Buffer.from('{}')],
    [
      'DOCUMENT.IS_CONTRL',
      'not-found',
      checked,
      Buffer.from("UNB+UNOC:3+LINE+YIDAN+261115:0930+C1'UNH+1+CONTRL:D:3:UN'UCI+X1+YIDAN+LINE+7'UNT+3+1'UNZ+1+C1'"),
    ],
    ['DOCUMENT.UNANSWERABLE', 'not-found', checked, Buffer.from('UNB')],
    ['DOCUMENT.NO_APERAK', 'not-found', { ...checked, findings: [] }, interchange],
  ])('refuses with %s', (code, kind, document, bytes) => {
    expect(() => acknowledgementOf('APERAK', document, bytes)).toThrow(expect.objectContaining({ code, kind }));
  });
});
