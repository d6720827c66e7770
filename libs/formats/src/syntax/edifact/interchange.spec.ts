import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openInterchange } from './interchange.js';
import { cut, inShort, interchangeText, opened } from './testing/messages.js';

const message = (reference: string, body = "BGM+705+X'"): string =>
  `UNH+${reference}+IFTMCS:D:00B:UN'${body}UNT+${body.split("'").length + 1}+${reference}'`;
const header = "UNB+UNOC:3+A+B+250315:1830+77'";

const refusal = (bytes: Buffer | string): string[] => {
  const result = openInterchange(Buffer.from(bytes));
  if ('messages' in result) throw new Error('It was opened.');
  return result.findings.map(inShort);
};

describe('an interchange', () => {
  it('is cut into its messages', () => {
    const { messages, around } = cut(`${header}${message('1')}${message('2')}UNZ+2+77'`);
    expect(messages.map(({ type, reference }) => [type, reference])).toEqual([
      ['IFTMCS', '1'],
      ['IFTMCS', '2'],
    ]);
    expect(around).toEqual([]);
  });

  it('is cut into groups and their messages', () => {
    const group = (reference: string, inside: string) =>
      `UNG+IFTMCS+A+B+250315:1830+${reference}+UN+D:00B'${inside}UNE+1+${reference}'`;
    const { messages, around } = cut(`${header}${group('G1', message('1'))}${group('G2', message('1'))}UNZ+2+77'`);
    expect(messages.map(({ group: ung }) => ung?.text(5))).toEqual(['G1', 'G2']);
    expect(around).toEqual([]);
  });

  it.each([
    ['UNT too few', `${header}UNH+1+IFTMCS:D:00B:UN'BGM+705'UNT+9+1'UNZ+1+77'`, ['EDIFACT.COUNT 3:UNT/1']],
    ['UNT one off', `${header}UNH+1+IFTMCS:D:00B:UN'BGM+705'UNT+2+1'UNZ+1+77'`, ['EDIFACT.COUNT_BY_ONE 3:UNT/1']],
    ['UNT reference', `${header}UNH+1+IFTMCS:D:00B:UN'BGM+705'UNT+3+2'UNZ+1+77'`, ['EDIFACT.REFERENCE 3:UNT/2']],
    ['UNZ count', `${header}${message('1')}UNZ+5+77'`, ['EDIFACT.COUNT UNZ/1']],
    ['UNZ one too many', `${header}${message('1')}UNZ+2+77'`, ['EDIFACT.COUNT UNZ/1']],
    ['UNZ reference', `${header}${message('1')}UNZ+1+78'`, ['EDIFACT.REFERENCE UNZ/2']],
    ['same reference', `${header}${message('1')}${message('1')}UNZ+2+77'`, ['EDIFACT.DUPLICATE 1:UNH/1']],
    ['no UNT', `${header}UNH+1+IFTMCS:D:00B:UN'BGM+705'${message('2')}UNZ+2+77'`, ['EDIFACT.NO_UNT 2:BGM']],
    ['no UNZ', `${header}${message('1')}`, ['EDIFACT.NO_UNZ UNZ']],
    ['no message', `${header}UNZ+0+77'`, ['EDIFACT.EMPTY UNZ']],
    ['cut off', `${header}UNH+1+IFTMCS:D:00B:UN'BGM+705+A`, ['EDIFACT.CUT_OFF 2:BGM', 'EDIFACT.NO_UNZ UNZ']],
    [
      'cut off at a released character',
      `${header}UNH+1+IFTMCS:D:00B:UN'BGM+705+A?`,
      ['EDIFACT.CUT_OFF 2:BGM', 'EDIFACT.NO_UNZ UNZ'],
    ],
    ['outside', `${header}BGM+705'${message('1')}UNZ+1+77'`, ['EDIFACT.OUTSIDE BGM']],
    ['behind the end', `${header}${message('1')}UNZ+1+77'${message('2')}`, ['EDIFACT.OUTSIDE UNZ']],
    [
      'group not closed',
      `${header}UNG+IFTMCS+A+B+250315:1830+G+UN+D:00B'${message('1')}UNZ+1+77'`,
      ['EDIFACT.NO_UNE UNE'],
    ],
    [
      'group count',
      `${header}UNG+IFTMCS+A+B+250315:1830+G+UN+D:00B'${message('1')}UNE+3+H'UNZ+1+77'`,
      ['EDIFACT.COUNT UNE/1', 'EDIFACT.REFERENCE UNE/2'],
    ],
    [
      'mixed',
      `${header}UNG+IFTMCS+A+B+250315:1830+G+UN+D:00B'${message('1')}UNE+1+G'${message('2')}UNZ+1+77'`,
      ['EDIFACT.MIXED UNZ'],
    ],
    ['test', `UNB+UNOC:3+A+B+250315:1830+77++++++1'${message('1')}UNZ+1+77'`, ['EDIFACT.TEST UNB/11']],
    ['sender missing', `UNB+UNOC:3++B+250315:1830+77'${message('1')}UNZ+1+77'`, ['EDIFACT.ELEMENT_MISSING UNB/2']],
    ['no time', `UNB+UNOC:3+A+B+250315+77'${message('1')}UNZ+1+77'`, ['EDIFACT.ELEMENT_MISSING UNB/4/2']],
    ['line breaks and tabs', `${header}\r\n\t${message('1')}\nUNZ+1+77'\n`, ['EDIFACT.LINE_BREAKS ']],
  ])('%s', (_, text, expected) => {
    expect(cut(text).around).toEqual(expected);
  });

  it.each([
    ['nothing', '', 'EDIFACT.NO_UNB UNB'],
    ['UNH first', "UNH+1+IFTMCS:D:00B:UN'", 'EDIFACT.NO_UNB UNB'],
    ['a UNA with equal separators', "UNA++.? 'UNB+UNOC:3'", 'EDIFACT.UNA UNA'],
    ['a UNA with a letter', "UNA:A.? 'UNBAUNOC:3'", 'EDIFACT.UNA UNA'],
    ['a UNA cut off', 'UNA:+', 'EDIFACT.UNA UNA'],
    ['an unknown set', "UNB+UNOQ:3+A+B'", 'EDIFACT.CHARSET UNB/1/1'],
    ['an unknown version', "UNB+UNOC:5+A+B'", 'EDIFACT.SYNTAX_VERSION UNB/1/2'],
    ['broken UTF-8', Buffer.from("UNB+UNOY:4+\xe9+B'", 'latin1'), 'EDIFACT.ENCODING UNB/1/1'],
    ['an unknown ISO 2022 escape', "UNB+UNOX:3+\x1b$)A\xd6\xd8+B'", 'EDIFACT.ENCODING UNB/1/1'],
  ])('is refused with %s', (_, bytes, expected) => {
    expect(refusal(bytes)).toEqual([expected]);
  });
});

describe('an interchange that is broken throughout', () => {
  it.each(["UNG+X'", "'", "UNE+1+1'"])('is not read to its end: %s', (piece) => {
    const { messages, around } = cut(header + piece.repeat(20_000));
    expect(messages).toEqual([]);
    expect(around.length).toBeLessThan(210);
  });

  it('nor is a message with more values than any real one', () => {
    expect(cut(`${header}UNH+1+IFTMCS:D:00B:UN'${"CNT+7:1'".repeat(70_000)}`).around).toEqual([
      'EDIFACT.TOO_MANY 66666:CNT',
    ]);
  });
});

describe('separators', () => {
  const same = (text: string) => {
    const { messages, around } = cut(text);
    const bgm = messages[0]?.table.segment(1);
    return { number: bgm?.text(2), name: bgm?.text(1, 4), around };
  };

  it('of UNA', () => {
    expect(
      same("UNA*|,\\ ~UNB|UNOC*3|A|B|250315*1830|77~UNH|1|IFTMCS*D*00B*UN~BGM|705***N|+':\\~\\|?~UNT|3|1~UNZ|1|77~"),
    ).toEqual({ number: "+':~|?", name: 'N', around: [] });
  });

  it('a UNA without a release character', () => {
    expect(same(`UNA:+.  '${interchangeText("BGM+705:::N+WHY?'")}`)).toEqual({ number: 'WHY?', name: 'N', around: [] });
  });

  it('of binary lines, without UNA', () => {
    const binary = interchangeText("BGM+705:::N+IT?+S'").replace('?+', '\u0001');
    const text = binary.replaceAll('+', '\x1d').replaceAll(':', '\x1f').replaceAll("'", '\x1c').replace('\u0001', '+');
    expect(same(text)).toEqual({ number: 'IT+S', name: 'N', around: [] });
  });

  it('told from UNB where they are not the default ones and UNA is missing', () => {
    const text = interchangeText("BGM+705:::N+X'").replaceAll('+', '|').replaceAll(':', '^').replaceAll("'", '~');
    expect(same(text)).toEqual({ number: 'X', name: 'N', around: ['EDIFACT.NO_UNA UNA'] });
  });

  it('a line break for the terminator', () => {
    expect(same(interchangeText("BGM+705:::N+X'").replaceAll("'", '\r\n'))).toEqual({
      number: 'X',
      name: 'N',
      around: ['EDIFACT.NO_UNA UNA', 'EDIFACT.LINE_BREAKS '],
    });
  });

  it('an asterisk repeats in version 4 only', () => {
    const read = (unb: string) =>
      cut(interchangeText("BGM+A*B'", 'IFTMCS:D:00B:UN', unb)).messages[0]?.table.segment(1);
    expect([read('UNOC:4')?.text(1, 1, 1), read('UNOC:4')?.text(1, 1, 2)]).toEqual(['A', 'B']);
    expect([read('UNOC:3')?.text(1, 1, 1), read('UNOC:3')?.text(1, 1, 2)]).toEqual(['A*B', '']);
  });
});

describe('character sets', () => {
  const text = (bytes: Buffer) => cut(bytes).messages[0]?.table.segment(1).text(2);
  const withName = (unb: string, name: Buffer): Buffer => {
    const [before = '', after = ''] = interchangeText("BGM+705+@'", 'IFTMCS:D:00B:UN', unb).split('@');
    return Buffer.concat([Buffer.from(before), name, Buffer.from(after)]);
  };

  it.each([
    ['UNOC:3', [0xc9, 0x74, 0xe9], 'Été'],
    ['UNOD:3', [0xa3, 0xf3, 0x64, 0xbc], 'Łódź'],
    ['UNOE:3', [0xbc, 0xe3, 0xda, 0xd0], 'Мука'],
    ['UNOF:3', [0xd0, 0xe5, 0xe9], 'Πει'],
    ['UNOG:3', [0xa6, 0xb1], 'Ĥħ'],
    ['UNOH:3', [0xd3, 0xe0], 'Ķā'],
    ['UNOI:3', [0xc7, 0xd3], 'اس'],
    ['UNOJ:3', [0xe0, 0xf9], 'אש'],
    ['UNOK:3', [0xdd, 0xfe, 0xe9], 'İşé'],
    ['UNOX:3', [0x1b, 0x24, 0x42, 0x45, 0x6c, 0x35, 0x7e, 0x1b, 0x28, 0x42], '東京'],
    ['UNOY:4', [...Buffer.from('重庆 😀')], '重庆 😀'],
    ['UNOW:4', [...Buffer.from('Тест')], 'Тест'],
  ])('%s', (unb, bytes, expected) => {
    expect(text(withName(unb, Buffer.from(bytes)))).toBe(expected);
  });

  it('a released letter above ASCII is that letter', () => {
    expect(text(withName('UNOE:3', Buffer.from([0x3f, 0xbc, 0x3f, 0x3f, 0xda])))).toBe('М?к');
  });
});

describe('many messages', () => {
  it('need no more room than one', () => {
    const body = message('1', "FTX+AAA+++GOODS AS DESCRIBED AND MORE OF THEM'".repeat(50));
    const count = 10_000;
    const bodies = Array.from({ length: count }, (_, index) => body.replaceAll('+1', `+${index}`)).join('');
    const interchange = opened(`${header}${bodies}UNZ+${count}+77'`);
    const megabytesUsed: number[] = [];
    let read = 0;
    for (const one of interchange.messages()) {
      expectText(one.table.segment(5).text(4));
      read += 1;
      if (read % 2_500 === 0) megabytesUsed.push(usedMegabytes());
    }
    expect(read).toBe(count);
    expect(interchange.findings).toEqual([]);
    expect((megabytesUsed.at(-1) ?? 0) - (megabytesUsed[0] ?? 0)).toBeLessThan(16);
  });
});

/** Heap and buffers after a full collection. */
function usedMegabytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

function expectText(text: string): void {
  if (text !== 'GOODS AS DESCRIBED AND MORE OF THEM') throw new Error(text);
}
