import type { Finding } from '#domain';

const HS = 'WCO HS 2022';

const wrong = (
  code: string,
  path: string,
  en: string,
  zh: string,
  more: Partial<Pick<Finding, 'rule' | 'severity'>> = {},
): Finding => ({ code: `TABLE.${code}`, severity: 'error', path, message: { en, zh }, ...more });

export const notUtf8 = wrong(
  'NOT_UTF8',
  '',
  'The file is not UTF-8. Save it as UTF-8.',
  '文件不是 UTF-8 编码，请另存为 UTF-8。',
);

export const notCsv = ({ message, lines }: Error & { lines?: number }): Finding =>
  wrong(
    'NOT_CSV',
    lines === undefined ? '' : `/${lines}`,
    `The file cannot be read as CSV: ${message}. Mend the line.`,
    `文件无法按 CSV 读取：${message}。请更正该行。`,
    { rule: 'RFC 4180' },
  );

export const noCodeColumn = wrong(
  'NO_CODE_COLUMN',
  '/1',
  'The first line names no column "code". Name the columns code, nameZh, nameRu, nameEn, hs.',
  '首行没有 "code" 列。列名应为 code、nameZh、nameRu、nameEn、hs。',
);

export const unknownColumn = (name: string): Finding =>
  wrong(
    'UNKNOWN_COLUMN',
    '/1',
    `The column "${name}" is not read. The columns are code, nameZh, nameRu, nameEn, hs.`,
    `“${name}” 列不被读取。可用的列为 code、nameZh、nameRu、nameEn、hs。`,
    { severity: 'warning' },
  );

export const noLines = wrong('EMPTY', '', 'The file holds no line with a code.', '文件中没有任何编码行。');

export const codeShape = (line: number, scheme: string, digits: string): Finding =>
  wrong(
    'CODE_DIGITS',
    `/${line}/code`,
    `A code of ${scheme} has ${digits} digits. Write it so, leading zeros included.`,
    `${scheme} 编码应为 ${digits} 位数字（含前导零）。`,
  );

export const twice = (line: number, code: string, first: number): Finding =>
  wrong(
    'CODE_TWICE',
    `/${line}/code`,
    `The code ${code} stands in line ${first} already. Keep one of them.`,
    `编码 ${code} 已在第 ${first} 行出现，请只保留一行。`,
  );

export const noName = (line: number): Finding =>
  wrong(
    'NO_NAME',
    `/${line}`,
    'The line gives no name. Fill nameZh, nameRu or nameEn.',
    '该行没有名称，请填写 nameZh、nameRu 或 nameEn。',
  );

export const nameTooLong = (line: number, column: string, most: number): Finding =>
  wrong(
    'NAME_LENGTH',
    `/${line}/${column}`,
    `A name has at most ${most} characters. Shorten it.`,
    `名称最长 ${most} 个字符，请缩短。`,
  );

export const notInHs = (line: number, subheading: string, severity: Finding['severity']): Finding =>
  wrong(
    'NOT_IN_HS',
    `/${line}/code`,
    `HS 2022 has no subheading ${subheading}, with which the code begins.`,
    `HS 2022 中没有该编码前六位 ${subheading} 对应的子目。`,
    { severity, rule: HS },
  );

export const hsUnknown = (line: number, prefix: string): Finding =>
  wrong(
    'HS_UNKNOWN',
    `/${line}/hs`,
    `HS 2022 has no chapter, heading or subheading ${prefix}.`,
    `HS 2022 中没有 ${prefix} 对应的章、品目或子目。`,
    { rule: HS },
  );
