import { gzipSync } from 'node:zlib';
import type { EventReport, Finding, Leg, Place, TransportDocument } from '#domain';
import type { EventFormat, Format } from './format.js';
import { readDocument } from './read-document.js';
import { readSource } from './reading/read-source.js';

const note = {
  kind: 'railWaybill',
  number: '0417',
  legs: [] as Leg[],
} as Partial<TransportDocument> as TransportDocument;

const found = (severity: Finding['severity'], code: string): Finding => ({
  code,
  severity,
  path: '',
  message: { en: code, zh: code },
});

interface NoteTree {
  readonly schema?: Finding[];
  readonly checks?: Finding[];
}

/** A format whose documents say themselves what is found in them. */
const notes: Format<NoteTree, 'json'> = {
  id: 'notes',
  edition: 'Notes, first edition',
  syntax: 'json',
  detect: ({ root }) => (root as { note?: boolean }).note === true,
  decode: ({ root }) => ({ tree: root as NoteTree, findings: (root as NoteTree).schema ?? [] }),
  check: ({ checks }) => checks ?? [],
  toConsignment: () => note,
};

const read = (document: unknown) => readDocument(Buffer.from(JSON.stringify(document)), [notes]);
const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code);

describe('reading a document', () => {
  it('accepts one without findings', () => {
    expect(read({ note: true })).toEqual({ format: 'notes', findings: [], document: note });
  });

  it('accepts one with warnings, which stay with it', () => {
    const warnings = [found('warning', 'A.B')];
    expect(read({ note: true, checks: warnings })).toEqual({ format: 'notes', findings: warnings, document: note });
  });

  it('warns of a time of a leg that nothing tells the zone of', () => {
    const at = (unLocode: string): Place => ({ unLocode, names: [] });
    const leg = {
      from: at('RUBAX'),
      departsAt: '2026-11-04T14:30',
      to: at('CNMLX'),
      arrivesAt: '2026-11-10T08:00',
      path: '/legs/0',
    };
    const toConsignment = () => ({ ...note, legs: [leg as Leg] });
    const { findings } = readDocument(Buffer.from('{"note": true}'), [{ ...notes, toConsignment }]);
    expect(findings).toEqual([
      expect.objectContaining({ code: 'DOCUMENT.NO_OFFSET', path: '/legs/0', severity: 'warning' }),
    ]);
  });

  it('gives the events of a format of events', () => {
    const report = { number: '1' } as EventReport;
    const events: EventFormat<NoteTree, 'json'> = {
      id: 'notes',
      edition: 'Notes that report',
      syntax: 'json',
      detect: () => true,
      decode: () => ({ tree: {}, findings: [] }),
      check: () => [],
      toEvents: () => report,
    };
    expect(readDocument(Buffer.from('{"note": true}'), [events])).toEqual({
      format: 'notes',
      findings: [],
      events: report,
    });
  });

  it('rejects one with an error, and does not check what its schema refuses', () => {
    const reading = read({ note: true, schema: [found('error', 'SCHEMA.X')], checks: [found('error', 'CHECK.Y')] });
    expect(reading).toEqual({ format: 'notes', findings: [found('error', 'SCHEMA.X')] });
    expect(read({ note: true, checks: [found('error', 'CHECK.Y')] })).not.toHaveProperty('document');
  });

  it('keeps errors when there are too many findings', () => {
    const many = Array.from({ length: 300 }, () => found('warning', 'A.B'));
    const reading = read({ note: true, checks: [...many, found('error', 'LAST.ERROR')] });
    expect(reading.findings).toHaveLength(200);
    expect(codes(reading.findings)[0]).toBe('LAST.ERROR');
    expect(reading).not.toHaveProperty('document');
  });

  it('tells no more of an interchange that cannot be cut', () => {
    const { findings } = readDocument(Buffer.from(`UNB+UNOY:4+${"UNH+1'".repeat(300)}`));
    expect(findings).toHaveLength(200);
  });

  it('does not guess between two formats that both know it', () => {
    const reading = readDocument(Buffer.from('{"note": true}'), [notes, { ...notes, id: 'others', edition: 'Others' }]);
    expect(codes(reading.findings)).toEqual(['DOCUMENT.AMBIGUOUS_FORMAT']);
    expect(reading.findings[0]?.message.en).toContain('Notes, first edition; Others');
    expect(reading).not.toHaveProperty('document');
  });

  it('says which formats are read when it knows none for a document', () => {
    const { findings } = read({ other: true });
    expect(codes(findings)).toEqual(['DOCUMENT.UNKNOWN_FORMAT']);
    expect(findings[0]?.message.en).toContain('Notes, first edition');
  });

  it.each(['CONTRL:D:3:UN', 'APERAK:D:00B:UN'])('says that an answer in EDIFACT is not taken in: %s', (type) => {
    const text = `UNB+UNOC:3+LINE+YIDAN+261115:0930+C1'UNH+1+${type}'UCI+X1+YIDAN+LINE+7'UNT+3+1'UNZ+1+C1'`;
    const { findings } = readDocument(Buffer.from(text));
    expect(codes(findings)).toEqual(['DOCUMENT.UNKNOWN_FORMAT']);
    expect(findings[0]?.message.en).toContain('(CONTRL, APERAK) are not taken in');
  });

  it('and only those of its syntax', () => {
    const [finding] = readDocument(Buffer.from('<RailWaybill/>')).findings;
    expect(finding?.message.en).toContain('China domestic rail waybill');
    expect(finding?.message.en).not.toMatch(/JSON|EDIFACT/);
  });
});

describe('reading bytes', () => {
  const findings = (bytes: Buffer) => {
    const reading = readSource(bytes);
    return 'findings' in reading ? reading.findings.map(({ code, path }) => ({ code, path })) : [];
  };

  it('a byte order mark and white space in front do no harm', () => {
    const reading = readSource(Buffer.from('\uFEFF \r\n\t{"a": "b"}'));
    expect(reading).toMatchObject({ source: { root: { a: 'b' } } });
  });

  it.each([
    ['GB 18030 Chinese', Buffer.from([0x7b, 0x22, 0xd6, 0xd8, 0xc7, 0xec, 0x22, 0x7d]), 'byte 3'],
    ['Windows-1251 Cyrillic', Buffer.from([0x3c, 0xcc, 0xf3, 0xea, 0xe0, 0x3e]), 'byte 2'],
    ['UTF-16', Buffer.from('\uFEFF{"a":1}', 'utf16le'), 'byte 0'],
    ['a character cut in half', Buffer.from('{"a":"重').subarray(0, -1), 'byte 7'],
  ])('%s is not UTF-8', (_, bytes, path) => {
    expect(findings(bytes)).toEqual([{ code: 'DOCUMENT.ENCODING', path }]);
    expect(findings(Buffer.from('{"a": "重庆"}'))).toEqual([]);
  });

  it.each(['', '   ', 'UNH+1+IFTMCS', '%PDF-1.7', '"text"'])('neither JSON, XML nor EDIFACT: %j', (text) => {
    expect(findings(Buffer.from(text))).toEqual([{ code: 'DOCUMENT.UNKNOWN_SYNTAX', path: '' }]);
  });

  it.each([
    ['a scan', Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')],
    ['an archive', Buffer.from('PK\x03\x04\x14\x00\xff', 'latin1')],
    ['a compressed document', gzipSync('{"a": "b"}')],
  ])('%s is no text in a wrong encoding', (_, bytes) => {
    expect(findings(bytes)).toEqual([{ code: 'DOCUMENT.UNKNOWN_SYNTAX', path: '' }]);
  });

  it('EDIFACT in its own character set', () => {
    const latin1 = Buffer.from(
      "UNB+UNOC:3+A+B+250101:0000+1'UNH+1+IFTMCS:D:00B:UN'BGM+705+É'UNT+3+1'UNZ+1+1'",
      'latin1',
    );
    const reading = readSource(latin1);
    expect('source' in reading && reading.source.syntax).toBe('edifact');
    expect(findings(Buffer.from('UNB+UNOA:1'))).toEqual([{ code: 'EDIFACT.CUT_OFF', path: 'UNB' }]);
  });

  it('tells a broken document from a foreign one', () => {
    expect(findings(Buffer.from('{"a": '))).toMatchObject([{ code: 'JSON.SYNTAX' }]);
  });
});
