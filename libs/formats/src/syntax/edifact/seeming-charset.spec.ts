import { readFile } from 'node:fs/promises';
import { readDocument } from '../../read-document.js';

const SAMPLE = 'libs/formats/src/ocean/iftmcs/samples/valid/qinzhou-singapore-paint.iftmcs.edi';

describe('texts in another character set than UNB names', () => {
  let sample: string;

  beforeAll(async () => {
    sample = await readFile(SAMPLE, 'latin1');
  });

  /** What is found when the name of the goods is in these bytes. */
  const found = (unb: string, name: Buffer) => {
    const written = sample.replace(/UNB\+UNO\w:\d/, `UNB+${unb}`).replace(/(?<=FTX\+AAA\+\+\+)[^']*/, '@@');
    const [before, after] = written.split('@@') as [string, string];
    const bytes = Buffer.concat([Buffer.from(before, 'latin1'), name, Buffer.from(after, 'latin1')]);
    return readDocument(bytes).findings.filter(({ code }) => code === 'EDIFACT.OTHER_CHARSET');
  };

  it.each([
    ['Chinese in GB 18030', 'UNOC:3', [0xb8, 0xd6, 0xcd, 0xb0], 'GB 18030'],
    [
      'with a full-width mark',
      'UNOC:3',
      [0xb8, 0xd6, 0xcd, 0xb0, 0xa3, 0xac, 0x35, 0xbc, 0xfe, 0xcd, 0xb0],
      'GB 18030',
    ],
    ['Chinese in UTF-8', 'UNOC:3', [...Buffer.from('座垫')], 'UTF-8'],
    ['Latin letters in UTF-8', 'UNOC:3', [...Buffer.from('CAFé')], 'UTF-8'],
    ['Russian in UTF-8', 'UNOE:3', [...Buffer.from('фанера')], 'UTF-8'],
  ])('are told: %s', (_what, unb, bytes, charset) => {
    const [finding, ...others] = found(unb, Buffer.from(bytes));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'warning', message: { en: expect.stringContaining(charset) } });
  });

  it.each([
    ['French', 'UNOC:3', Buffer.from('Pièces détachées', 'latin1')],
    ['Portuguese in capitals', 'UNOC:3', Buffer.from('CONSTRUÇÃO, FUNÇÕES', 'latin1')],
    ['Russian', 'UNOE:3', Buffer.from([0xbc, 0xe3, 0xda, 0xd0, 0x20, 0xbf, 0xe8, 0xd5, 0xdd, 0xd8, 0xe6, 0xd0])],
    ['Chinese in UTF-8', 'UNOY:4', Buffer.from('钢桶')],
  ])('are none in %s', (_what, unb, name) => {
    expect(found(unb, name)).toEqual([]);
  });
});
