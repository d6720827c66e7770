import type { Finding } from '#domain';
import { writeApplicationError } from './application-error.js';
import { checkMessage } from './check-message.js';
import { writeControlReport } from './control-report.js';
import { openInterchange } from './interchange.js';
import { inShort, opened } from './testing/messages.js';
import type { Writing } from './write-interchange.js';
import { writeInterchange } from './write-interchange.js';

const details = { reference: 'R1', preparedAt: '2026-11-26T08:05:00+08:00' };

/** The segments of an answer, one each. */
const segmentsOf = (writing: Writing): string[] => {
  if (!('bytes' in writing)) throw new Error(JSON.stringify(writing.findings));
  return writing.bytes.toString().split("'").slice(0, -1);
};

/** CONTRL for an interchange as it would be examined. */
function controlReport(text: string): string[] {
  const interchange = openInterchange(Buffer.from(text));
  if (!('messages' in interchange)) {
    const header = interchange.header?.segment(0);
    if (!header) throw new Error('There is nobody to answer.');
    return segmentsOf(writeControlReport({ header, findings: interchange.findings, ...details }));
  }
  const messages = [...interchange.messages()].map((message) => ({
    message,
    findings: [...message.findings, ...checkMessage(message.table).findings],
  }));
  const { header, findings } = interchange;
  return segmentsOf(writeControlReport({ header, findings, messages, ...details }));
}

const UNB = "UNB+UNOC:3+LINE:ZZZ+YIDAN:ZZZ+250315:1830+77'";
const message = (reference: string, body: string): string =>
  `UNH+${reference}+IFTMCS:D:00B:UN'BGM+705+X+9'${body}UNT+${body.split("'").length + 2}+${reference}'`;

describe('CONTRL', () => {
  it('acknowledges an interchange', () => {
    expect(controlReport(`${UNB}${message('1', '')}UNZ+1+77'`)).toEqual([
      'UNB+UNOC:3+YIDAN:ZZZ+LINE:ZZZ+261126:0805+R1',
      'UNH+R1+CONTRL:D:3:UN',
      'UCI+77+LINE:ZZZ+YIDAN:ZZZ+7',
      'UNT+3+R1',
      'UNZ+1+R1',
    ]);
  });

  it('names rejected messages, their segments and elements', () => {
    const faulty = message('2', "NAD++X:1:2:3:4'XYZ'CNT+7:A'");
    expect(controlReport(`${UNB}${message('1', '')}${faulty}UNZ+2+77'`).slice(2, -2)).toEqual([
      'UCI+77+LINE:ZZZ+YIDAN:ZZZ+7',
      'UCM+2+IFTMCS:D:00B:UN+4',
      'UCS+3',
      'UCD+16+3:4',
      'UCD+13+2',
      'UCS+4+15',
      'UCS+5+15',
    ]);
  });

  it('says what is wrong with the header or trailer of a message', () => {
    const wrongCount = "UNH+1+IFTMCS:D:00B:UN'BGM+705+X+9'UNT+9+1'";
    expect(controlReport(`${UNB}${wrongCount}UNZ+1+77'`).slice(3, -2)).toEqual(['UCM+1+IFTMCS:D:00B:UN+4+29+UNT+2']);
  });

  it('rejects an interchange with all its messages', () => {
    expect(controlReport(`${UNB}${message('1', 'XYZ')}UNZ+1+78'`).slice(2, -2)).toEqual([
      'UCI+77+LINE:ZZZ+YIDAN:ZZZ+4+28+UNZ+3',
    ]);
  });

  it('rejects one that cannot be read further than UNB', () => {
    expect(controlReport("UNB+UNOQ:3+LINE+YIDAN+250315:1830+77'").slice(2, -2)).toEqual([
      'UCI+77+LINE+YIDAN+4+46+UNB+2:1',
    ]);
  });

  it('names the groups of rejected messages, in syntax version 4 too', () => {
    const group = `UNG+IFTMCS+A+B+20250315:1830+G1+UN+D:00B'${message('1', "XYZ'")}UNE+1+G1'`;
    expect(
      controlReport(`${UNB.replace(':3', ':4').replace('250315', '20250315')}${group}UNZ+1+77'`).slice(0, -2),
    ).toEqual([
      'UNB+UNOC:4+YIDAN:ZZZ+LINE:ZZZ+20261126:0805+R1',
      'UNH+R1+CONTRL:4:1:UN',
      'UCI+77+LINE:ZZZ+YIDAN:ZZZ+7',
      'UCF+G1+A+B+7',
      'UCM+1+IFTMCS:D:00B:UN+4',
      'UCS+3+15',
    ]);
  });

  it('says that an interchange has come, before anyone has looked into it', () => {
    const { header, findings } = opened(`${UNB}${message('1', '')}UNZ+1+77'`);
    const report = segmentsOf(writeControlReport({ header, findings, ...details }));
    expect(report[2]).toBe('UCI+77+LINE:ZZZ+YIDAN:ZZZ+8');
  });
});

describe('APERAK', () => {
  const finding: Finding = {
    code: 'EQUIPMENT.CHECK_DIGIT',
    severity: 'error',
    path: '31:EQD/2/1',
    message: { en: "It's wrong: correct it.", zh: '请更正。' },
  };
  const { header } = opened(`${UNB}UNZ+0+77'`);
  const message = { messageReference: '1', documentNumber: 'BL+1', findings: [finding] };
  const refused = { ...details, refused: [message] as const };

  it('gives every finding with its code, its place and what to do', () => {
    expect(segmentsOf(writeApplicationError({ header, ...refused }))).toEqual(
      [
        'UNB+UNOC:3+YIDAN:ZZZ+LINE:ZZZ+261126:0805+R1',
        'UNH+R1+APERAK:D:00B:UN',
        'BGM+313+R1+27+RE',
        'DTM+137:202611260805:203',
        'RFF+ACW:1',
        'RFF+AGO:BL?+1',
        'NAD+MS+YIDAN',
        'NAD+MR+LINE',
        'ERC+E::ZZZ',
        "FTX+AAO+++EQUIPMENT.CHECK_DIGIT:31?:EQD/2/1:It?'s wrong?: correct it.",
        'UNT+10+R1',
        'UNZ+1+R1',
      ].flatMap((segment) => segment.split("'")),
    );
  });

  it('answers each refused message of an interchange in a message of its own', () => {
    const both = { ...details, refused: [message, { ...message, messageReference: '7' }] as const };
    const said = segmentsOf(writeApplicationError({ header, ...both }));
    expect(said.filter((segment) => /^(UNH|BGM|RFF.ACW|UNZ)/.test(segment))).toEqual([
      'UNH+1+APERAK:D:00B:UN',
      'BGM+313+R1-1+27+RE',
      'RFF+ACW:1',
      'UNH+2+APERAK:D:00B:UN',
      'BGM+313+R1-2+27+RE',
      'RFF+ACW:7',
      'UNZ+2+R1',
    ]);
  });

  it('in Chinese too where the character set carries it', () => {
    const inUtf8 = opened(`${UNB.replace('UNOC:3', 'UNOY:4')}UNZ+0+77'`);
    const writing = writeApplicationError({ header: inUtf8.header, ...refused });
    expect(segmentsOf(writing).join('')).toContain(':请更正。');
  });
});

describe('writing', () => {
  const interchange = {
    charset: 'UNOC',
    syntaxVersion: '3',
    sender: { id: 'A' },
    recipient: { id: 'B', qualifier: 'ZZZ' },
    reference: '1',
    preparedAt: '2026-11-26T08:05',
  } as const;
  const write = (charset: string, ...segments: (readonly [string, ...(string | readonly string[])[]])[]) => {
    const messages = [{ reference: '1', type: 'IFTMCS', directory: 'D.00B' as const, segments }];
    const writing = writeInterchange({ ...interchange, charset, messages });
    return 'bytes' in writing ? writing.bytes.toString('latin1') : writing.findings.map(inShort);
  };

  it('counts, refers and escapes', () => {
    expect(write('UNOC', ['BGM', '705', "IT?S+'X:", '9'], ['NAD', 'CZ', '', '', ['Ünal', 'GmbH']])).toBe(
      "UNB+UNOC:3+A+B:ZZZ+261126:0805+1'UNH+1+IFTMCS:D:00B:UN'BGM+705+IT??S?+?'X?:+9'NAD+CZ+++Ünal:GmbH'UNT+4+1'UNZ+1+1'",
    );
  });

  it('never writes one character for another', () => {
    expect(write('UNOC', ['BGM', '705', 'Ł'])).toEqual(['EDIFACT.UNWRITABLE 2:BGM/2']);
    expect(write('UNOA', ['BGM', '705', 'x'])).toEqual(['EDIFACT.UNWRITABLE 2:BGM/2']);
    expect(write('UNOD', ['BGM', '705', 'Ł'])).toContain('\xa3');
  });

  it('writes nothing that its own directory refuses', () => {
    expect(write('UNOC', ['BGM', '705', 'X', '77'], ['XYZ'])).toEqual([
      'EDIFACT.CODE 2:BGM/3',
      'EDIFACT.SEGMENT_POSITION 3:XYZ',
    ]);
    expect(write('UNOC', ['BGM', '705', 'LINE\nBREAK'])).toEqual(['EDIFACT.UNWRITABLE 2:BGM/2']);
  });
});
