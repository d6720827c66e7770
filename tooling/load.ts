import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openSigningKey } from '#access';
import type { Bilingual } from '#domain';
import { keyDirectory } from '#room';

/**
 * Loads a table of codes into a running exchange and says what is wrong with its lines:
 * `npm run load -- commodities --scheme GNG --edition 2024-07 --valid-from 2024-07-01 --source "…" file.csv`.
 */
const USAGE = `Usage: npm run load -- commodities --scheme HS|CN-TARIFF|AHTN|GNG|ETSNG|CN-RAIL|NAMES --edition NAME --valid-from DAY --source TEXT
         [--valid-to DAY] [--exported] [--url http://127.0.0.1:3000] file.csv
The file is CSV in UTF-8 with the columns code, nameZh, nameRu, nameEn, hs. YIDAN_TOKEN holds a token of customs or an operator;
without it the installation's own key signs one.
用法：将代码表（UTF-8 编码的 CSV，列为 code、nameZh、nameRu、nameEn、hs）装入运行中的系统。edition 为版本名，valid-from、valid-to 为生效与失效日期，source 为来源，
exported 表示其许可允许把内容提供给可读取对照表的任何人。YIDAN_TOKEN 为海关或运营方的令牌；未设置时以本系统密钥签发。
`;

interface Edition {
  readonly id: string;
  readonly state: string;
  readonly lines: number | null;
  readonly linesRead: number;
  readonly findingsCount: number;
  readonly findings: readonly {
    readonly severity: string;
    readonly path: string;
    readonly message: Bilingual;
  }[];
  readonly reexamination?: { readonly of: number; readonly examined: number; readonly changed: number };
}

const { values, positionals } = asked();
const [what, file] = positionals;

if (what !== 'commodities' || file === undefined || !values.scheme) usage();

const authorization = `Bearer ${process.env['YIDAN_TOKEN'] ?? (await operatorToken())}`;
const tables = `${values.url}/v1/commodities/tables/${encodeURIComponent(values.scheme)}/editions`;
const sent = await call<Edition>(`${tables}?${query()}`, {
  method: 'POST',
  body: contentOf(file),
  headers: { 'content-type': 'text/csv' },
});
const read = await follow(`${tables}/${sent.id}`);
for (const { severity, path, message } of read.findings)
  process.stderr.write(`${place(path)}: ${severity}: ${both(message)}\n`);
const untold = read.findingsCount - read.findings.length;
if (untold > 0) process.stderr.write(`… and ${untold} more. 另有 ${untold} 条。\n`);
process.stdout.write(`${outcome(read)}\n`);
process.exit(read.state === 'refused' ? 1 : 0);

function asked() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        scheme: { type: 'string' },
        edition: { type: 'string' },
        'valid-from': { type: 'string' },
        'valid-to': { type: 'string' },
        source: { type: 'string' },
        exported: { type: 'boolean', default: false },
        url: { type: 'string', default: process.env['YIDAN_URL'] ?? 'http://127.0.0.1:3000' },
      },
    });
  } catch {
    return usage();
  }
}

function usage(): never {
  process.stderr.write(USAGE);
  process.exit(2);
}

function contentOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    return fail(`${path} cannot be read: ${(error as NodeJS.ErrnoException).code}. 无法读取。`);
  }
}

async function operatorToken(): Promise<string> {
  const key = await openSigningKey(keyDirectory(process.env));
  return key.tokenFor({ party: 'OPERATOR', role: 'operator' }, '10m');
}

function query(): string {
  const said = new URLSearchParams({ exported: values.exported ? 'yes' : 'no' });
  for (const [name, value] of [
    ['edition', values.edition],
    ['validFrom', values['valid-from']],
    ['validTo', values['valid-to']],
    ['source', values.source],
  ] as const)
    if (value !== undefined) said.set(name, value);
  return said.toString();
}

async function call<Answer>(url: string, request: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { ...request, headers: { ...request.headers, authorization } }).catch(
    (error: unknown) =>
      fail(
        `${url} does not answer: ${String((error as Error).cause ?? error)}. Start the exchange with npm start, or name it with --url. 该地址没有响应：请以 npm start 启动系统，或以 --url 指定地址。`,
      ),
  );
  const body = (await response.json()) as Answer & { messages?: Bilingual };
  return response.ok ? body : fail(body.messages ? both(body.messages) : `${response.status}`);
}

/** Shows how far it is until it is read, and the records that it concerns are examined. */
async function follow(url: string): Promise<Edition> {
  for (;;) {
    const edition = await call<Edition>(url);
    const { state, lines, linesRead, reexamination } = edition;
    if (state === 'received') process.stderr.write(`Reading 读取: ${linesRead} / ${lines ?? '?'}\n`);
    else if (state !== 'inForce') return edition;
    else if (!reexamination)
      process.stderr.write('In force. Looking for open records that it concerns … 已生效，正在查找涉及的未结记录……\n');
    else if (reexamination.examined >= reexamination.of) return edition;
    else process.stderr.write(`Examining records 检查记录: ${reexamination.examined} / ${reexamination.of}\n`);
    await pause(500);
  }
}

function place(path: string): string {
  const [, line, column] = path.split('/');
  if (line === undefined) return file as string;
  return column === undefined ? `${file}:${line}` : `${file}:${line} (${column})`;
}

function outcome({ id, state, lines, reexamination }: Edition): string {
  if (state === 'refused')
    return 'Refused: nothing of the file holds. Mend the lines and load it again. 已拒绝：文件内容均未采用，请更正后重新装入。';
  if (state === 'waiting')
    return `Read: ${lines} lines. It comes into force on ${values['valid-from']} (edition ${id}). 已读取，${values['valid-from']} 起生效。`;
  return `In force: ${lines} lines (edition ${id}). Open records examined: ${reexamination?.examined}, renamed: ${reexamination?.changed}. 已生效；检查未结记录 ${reexamination?.examined} 份，更名 ${reexamination?.changed} 份。`;
}

function both({ en, zh }: Bilingual): string {
  return `${en} ${zh}`;
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
