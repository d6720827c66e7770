import { isColder, settingsAgree, type Container, type Finding, type ReeferSettings } from '#domain';
import { warning } from '../findings.js';
import type { ReeferStatement, TransportMessage } from './transport-message.types.js';

/** How reefers are to be run can be read, makes sense, and is of a container in the record. */
export function checkReefers({ reefers, containers }: TransportMessage): Finding[] {
  if (reefers.length === 0) return [];
  const listed = new Map(containers.map((container) => [container.number, container]));
  return reefers.flatMap((statement) => checkStatement(statement, listed));
}

function checkStatement(
  { segment, settings, containers }: ReeferStatement,
  listed: ReadonlyMap<string, Container>,
): Finding[] {
  const path = segment.path();
  if (!settings) return [notRead(path)];
  const { minimum, maximum } = settings;
  const isTaken =
    containers.length > 0 && containers.every((number) => has(listed.get(number)?.reeferSettings, settings));
  return [
    ...(minimum && maximum && isColder(maximum, minimum) ? [noRange(path)] : []),
    ...(isTaken ? [] : [notTaken(path)]),
  ];
}

const has = (all: ReeferSettings | undefined, some: ReeferSettings): boolean =>
  all !== undefined && settingsAgree(all, some) && Object.keys(some).every((member) => member in all);

const notRead = (path: string): Finding =>
  warning({
    code: 'MESSAGE.REEFER_UNIT',
    path,
    en: 'This setting of a reefer is not read. Give a decimal number and its unit: CEL or FAH, humidity in P1, air flow in MQH or 2K.',
    zh: '该冷藏箱设定未被读取。请填写十进制数值及单位：温度 CEL 或 FAH，湿度 P1，换气量 MQH 或 2K。',
    rule: 'UN/ECE Recommendation 20',
  });

const noRange = (path: string): Finding =>
  warning({
    code: 'MESSAGE.TEMPERATURE_RANGE',
    path,
    en: 'The lowest temperature is above the highest. Correct one of the two.',
    zh: '最低温度高于最高温度。请更正其中之一。',
    rule: 'UN/EDIFACT RNG',
  });

const notTaken = (path: string): Finding =>
  warning({
    code: 'MESSAGE.REEFER_SETTING',
    path,
    en: 'This is not in the record: the goods are in no container that is listed, or something else is said of one of their containers. State it in the EQD group, or correct it.',
    zh: '此项未记入记录：货物未对应所列集装箱，或其集装箱另有不同设定。请在 EQD 段组中填写或更正。',
    rule: 'UN/EDIFACT TMP',
  });
