import { isOutside, settingsAgree, type Container, type Finding, type ReeferSettings } from '#domain';
import { warning } from '../findings.js';
import type { ReeferStatement } from '../mapping/reefers.js';

/** How reefers are to be run can be read, makes sense, and is of a container in the record. `prefix`: the first part of the findings' codes. */
export function checkReefers(
  prefix: string,
  statements: readonly ReeferStatement[],
  containers: readonly Pick<Container, 'number' | 'reeferSettings'>[],
): Finding[] {
  if (statements.length === 0) return [];
  const listed = new Map(containers.map(({ number, reeferSettings }) => [number, reeferSettings]));
  return statements
    .flatMap((statement) => checkStatement(statement, listed))
    .map((finding) => ({ ...finding, code: `${prefix}.${finding.code}` }));
}

function checkStatement(
  { path, settings, containers }: ReeferStatement,
  listed: ReadonlyMap<string, ReeferSettings | undefined>,
): Finding[] {
  if (!settings) return [notRead(path)];
  const isTaken = containers.length > 0 && containers.every((number) => has(listed.get(number), settings));
  return [...(isOutside(settings.minimum, settings) ? [noRange(path)] : []), ...(isTaken ? [] : [notTaken(path)])];
}

const has = (all: ReeferSettings | undefined, some: ReeferSettings): boolean =>
  all !== undefined && settingsAgree(all, some) && Object.keys(some).every((member) => member in all);

const notRead = (path: string): Finding =>
  warning({
    code: 'REEFER_UNIT',
    path,
    en: 'This setting of a reefer is not read. Give a decimal number and one of the units: CEL or FAH, humidity in P1, air flow in MQH, 2K or G51.',
    zh: '该冷藏箱设定未被读取。请填写十进制数值及单位：温度 CEL 或 FAH，湿度 P1，换气量 MQH、2K 或 G51。',
    rule: 'UN/ECE Recommendation 20',
  });

const noRange = (path: string): Finding =>
  warning({
    code: 'TEMPERATURE_RANGE',
    path,
    en: 'The lowest temperature is above the highest. Correct one of the two.',
    zh: '最低温度高于最高温度。请更正其中之一。',
    rule: 'UNTDID 6162, 6152',
  });

const notTaken = (path: string): Finding =>
  warning({
    code: 'REEFER_SETTING',
    path,
    en: 'This is not in the record: the goods are in no container that is listed, or one of their containers is to be run otherwise. State it with the container, or correct it.',
    zh: '此项未记入记录：货物未对应所列集装箱，或其集装箱另有不同设定。请在集装箱处填写或更正。',
    rule: 'UNTDID 6245',
  });
