import { checked, inShort, interchangeText } from './testing/messages.js';
import type { Message, SegmentGroup } from './message.js';
import type { Segment } from './segment.js';
import type { PartnerProfile } from './partner-profile.js';

const START = "BGM+705+X+9'";

/** What is wrong with a message of these segments. */
const faults = (body: string, type?: string, profile?: PartnerProfile): string[] =>
  checked(interchangeText(body, type), profile).findings.map(inShort);

describe('the order of segments', () => {
  it('as in the directory, groups within groups', () => {
    const body = `${START}CNT+7:1'LOC+88+A'RFF+BN:1'DTM+137:20250101:102'RFF+BM:2'TDT+20'LOC+9+A'DTM+133:20250101:102'NAD+CZ'CTA+IC'COM+1:TE'
      NAD+CN'GID+1+1:CT'FTX+AAA+++X'MEA+AAE+G+KGM:1'SGP+C+1'MEA+AAE+G+KGM:1'DGS+IMD+3+1263'GID+2'EQD+CN+C'SEL+1'`;
    expect(faults(body.replaceAll(/\n\s*/g, ''))).toEqual([]);
  });

  it.each([
    ['a segment no place knows', `${START}XYZ+1'`, ['EDIFACT.SEGMENT_POSITION 3:XYZ']],
    ['a segment of another message', `${START}ERC+1'`, ['EDIFACT.SEGMENT_POSITION 3:ERC']],
    ['a segment too late', `${START}GID+1'FTX+AAA+++X'PIA+5+1:HS'GID+2'`, ['EDIFACT.SEGMENT_POSITION 5:PIA']],
    ['a tag that is none', `${START}AB+1'`, ['EDIFACT.SEGMENT_POSITION 3:AB']],
    ['the first segment missing', "CNT+7:1'", ['EDIFACT.SEGMENT_MISSING 2:BGM']],
    ['a segment too often', `${START}CTA+IC'CTA+IC'`, ['EDIFACT.SEGMENT_REPEATS 4:CTA']],
    ['a segment much too often is said once', `${START}${"CNT+7:1'".repeat(15)}`, ['EDIFACT.SEGMENT_REPEATS 12:CNT']],
    ['a group too often', `${START}TOD'TOD'TOD'`, ['EDIFACT.GROUP_REPEATS 5:TOD']],
    ['counts begin anew in each group', `${START}GID+1'${"PIA+5+1:HS'".repeat(9)}GID+2'${"PIA+5+1:HS'".repeat(9)}`, []],
  ])('%s', (_, body, expected) => {
    expect(faults(body)).toEqual(expected);
  });

  it('a mandatory group missing', () => {
    expect(faults("BGM+45+X+9'RFF+VON:1'TDT+20'NAD+CA'CNT+16:1'", 'COPRAR:D:95B:UN')).toEqual([
      'EDIFACT.SEGMENT_MISSING 6:EQD',
    ]);
  });
});

describe('elements', () => {
  it.each([
    ['mandatory and missing', "NAD++X'", ['EDIFACT.ELEMENT_MISSING 3:NAD/1']],
    ['a mandatory composite', "RFF'", ['EDIFACT.ELEMENT_MISSING 3:RFF/1']],
    ['a mandatory component', "RFF+:1'", ['EDIFACT.ELEMENT_MISSING 3:RFF/1/1']],
    ['an optional composite left empty', "NAD+CZ+++NAME'", []],
    ['a mandatory component of a composite that says something', "NAD+CZ+:160'", ['EDIFACT.ELEMENT_MISSING 3:NAD/2/1']],
    ['empty at the end', "NAD+CZ+++++'", []],
    ['too many elements', "CNT+7:1+X'", ['EDIFACT.TOO_LONG_SEGMENT 3:CNT/2']],
    ['too many components', "CNT+7:1:KGM:X'", ['EDIFACT.TOO_LONG_SEGMENT 3:CNT/1/4']],
    ['too long', "LOC+9+ABCDEFGHIJKLMNOPQRSTUVWXYZ'", ['EDIFACT.TOO_LONG 3:LOC/2/1']],
    ['as long as allowed', "LOC+9+ABCDEFGHIJKLMNOPQRSTUVWXY'", []],
    ['long with released characters, which count once', "LOC+9+ABCDEFGHIJKLMNOPQRSTUVWX?+'", []],
    ['a code of the list', "NAD+CZ'", []],
    ['a code of no list', "NAD+Q9'", ['EDIFACT.CODE 3:NAD/1']],
    ['a code in lower case', "NAD+cz'", ['EDIFACT.LOWER_CASE 3:NAD/1']],
    ['a code of another list', "PIA+5+1:XYZ:999'", []],
    ['a code of another keeper', "PIA+5+1:XYZ::999'", []],
    ['a code of no list, where a list could be named', "PIA+5+1:XYZ'", ['EDIFACT.CODE_UNLISTED 3:PIA/2/2']],
    ['a code of no list, said to be of ours', "PIA+5+1:XYZ::6'", ['EDIFACT.CODE 3:PIA/2/2']],
    ['a control character', "NAD+CZ+++A\tB'", ['EDIFACT.CONTROL_CHARACTER 3:NAD/4/1']],
    ['a byte the set does not have', "NAD+CZ+++A\x85B'", ['EDIFACT.CONTROL_CHARACTER 3:NAD/4/1']],
    ['a tag in lower case', "nad+CZ'", ['EDIFACT.LOWER_CASE 3:NAD']],
  ])('%s', (_, segment, expected) => {
    const group = segment.startsWith('PIA') ? `GID+1'${segment}` : segment;
    expect(faults(START + group).map((fault) => (group === segment ? fault : fault.replace('4:', '3:')))).toEqual(
      expected,
    );
  });

  it.each([
    ['22150.500', []],
    ['-5', []],
    ['0,5', []],
    ['123456789012345678', []],
    ['-1234567890123456.78', []],
    ['1234567890123456789', ['EDIFACT.TOO_LONG']],
    ['.5', ['EDIFACT.DECIMAL_START']],
    ['-.5', ['EDIFACT.DECIMAL_START']],
    ['5.', ['EDIFACT.DECIMAL']],
    ['1.2.3', ['EDIFACT.DECIMAL']],
    ['1E3', ['EDIFACT.CHARACTER_TYPE']],
    ['5-', ['EDIFACT.CHARACTER_TYPE']],
    ['-', ['EDIFACT.CHARACTER_TYPE']],
    ['TWO', ['EDIFACT.CHARACTER_TYPE']],
  ])('the number %s', (number, expected) => {
    expect(faults(`${START}CNT+7:${number}'`)).toEqual(expected.map((code) => `${code} 3:CNT/1/2`));
  });

  it('the decimal mark of UNA', () => {
    const withUna = (una: string, number: string) =>
      checked(`UNA${una}${interchangeText(`${START}CNT+7:${number}'`)}`).findings.map(inShort);
    expect(withUna(":+,? '", '0,5')).toEqual([]);
    expect(withUna(":+,? '", '0.5')).toEqual(['EDIFACT.DECIMAL_MARK 3:CNT/1/2']);
  });

  it('what a narrow set does not have is said once', () => {
    const text = interchangeText(`${START}NAD+CZ+++small'NAD+CN+++letters'`, undefined, 'UNOA:1');
    expect(checked(text).findings.map(inShort)).toEqual(['EDIFACT.CHARACTER_LEVEL 3:NAD/4/1']);
  });

  it('repetitions in version 4', () => {
    const text = interchangeText(`${START}NAD+CZ'CTA+IC'COM+1:TE*2:FX*3:EM*4:XX'`, undefined, 'UNOC:4');
    expect(checked(text).findings.map(inShort)).toEqual(['EDIFACT.REPETITION 5:COM/1[4]', 'EDIFACT.CODE 5:COM/1[4]/2']);
  });

  it('in characters, not bytes, in UTF-8', () => {
    const text = interchangeText(`${START}NAD+CZ+++${'重'.repeat(35)}:${'庆'.repeat(36)}'`, undefined, 'UNOY:4');
    expect(checked(Buffer.from(text)).findings.map(inShort)).toEqual(['EDIFACT.TOO_LONG 3:NAD/4/2']);
  });
});

describe('the directory', () => {
  it.each([
    ['IFTMCS:D:95B:UN', []],
    ['IFTMCS:D:99B:UN', []],
    ['IFTMCS:D::UN', ['EDIFACT.NO_VERSION 1:UNH/2/3']],
    ['IFTMCS', ['EDIFACT.NO_VERSION 1:UNH/2/2']],
    ['IFTMCS:D:23A:UN', ['EDIFACT.DIRECTORY 1:UNH/2/3']],
    ['ORDERS:D:99B:UN', ['EDIFACT.MESSAGE_TYPE 1:UNH/2/1']],
  ])('%s', (type, expected) => {
    expect(faults(START, type)).toEqual(expected);
  });

  it('every message of every directory compiles', () => {
    const types = ['IFTMCS', 'IFTMIN', 'IFTSTA', 'CODECO', 'COARRI', 'COPRAR', 'CUSCAR', 'COREOR', 'APERAK'];
    for (const type of types) {
      for (const release of ['95B', '99B', '00B'])
        expect(checked(interchangeText("BGM+1'", `${type}:D:${release}:UN`)).message?.type).toBe(type);
    }
  });
});

describe('what was agreed with a partner', () => {
  it('loosens and tightens', () => {
    const agreed: PartnerProfile = {
      codes: { 3035: { also: ['Q9'] }, 3227: { only: ['9', '11'] } },
      directory: 'D.99B',
    };
    expect(faults(`${START}LOC+88'NAD+Q9'`, 'IFTMCS:D:23A:UN', agreed)).toEqual(['EDIFACT.CODE 3:LOC/1']);
  });

  it('names the character set', () => {
    const [text] = [Buffer.from(interchangeText(`${START}NAD+CZ+++重庆'`, undefined, 'UNOA:1'))];
    expect(checked(text, { charset: 'UNOY' }).message?.groups('NAD')[0]?.opening.text(4)).toBe('重庆');
  });
});

describe('walking a message', () => {
  const message = checked(
    interchangeText(
      `${START}FTX+AAI+++ALL'RFF+BN:B1'RFF+BM:M1'NAD+CZ+++A'CTA+IC+:ANN'NAD+CN+++B'` +
        `GID+1+10:CT'FTX+AAA+++ONE'MEA+AAE+G+KGM:1.10'SGP+C1+4'MEA+AAE+G+KGM:0,50'SGP+C2+6'GID+2+5:CT'FTX+AAA+++TWO'`,
    ),
  ).message as Message;

  /** What opens the group at the end of the way, each step a group's segment and qualifier. */
  const openingOf = (...steps: readonly (readonly [string, string?])[]): Segment | undefined =>
    steps.reduce<SegmentGroup | undefined>((group, step) => group?.group(...step), message)?.opening;

  it('finds segments of their own group only', () => {
    expect(message.segments('FTX').map((segment) => segment.text(4))).toEqual(['ALL']);
    expect(message.groups('GID').map((item) => item.segment('FTX', 'AAA')?.text(4))).toEqual(['ONE', 'TWO']);
  });

  it('finds groups in groups, by qualifier too', () => {
    expect(openingOf(['RFF', 'BM'])?.text(1, 2)).toBe('M1');
    expect(openingOf(['NAD', 'CZ'], ['CTA'])?.text(2, 2)).toBe('ANN');
    expect(openingOf(['NAD', 'CN'], ['CTA'])).toBeUndefined();
    expect(openingOf(['GID'], ['SGP'], ['MEA'])?.decimal(3, 2)).toBe('0.50');
    expect(openingOf(['GID'], ['MEA', 'AAE'])?.decimal(3, 2)).toBe('1.10');
    expect(message.groups('GID').map((item) => item.groups('SGP').map((split) => split.opening.text(1)))).toEqual([
      ['C1', 'C2'],
      [],
    ]);
  });

  it('says where a segment stands', () => {
    expect(openingOf(['NAD', 'CN'])?.path(4, 1)).toBe('8:NAD/4/1');
    expect(message.opening.path()).toBe('1:UNH');
  });
});
