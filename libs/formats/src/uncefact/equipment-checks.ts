import { sameNumber, type Finding } from '#domain';
import { belowZero, isBelowZero } from '../checks/amount-checks.js';
import { checkContainerNumber } from '../checks/container-number-checks.js';
import { warning } from '../findings.js';
import type { Consignment } from './building-blocks.types.js';
import { carriedOn, listedEquipment, type ListedEquipment } from './equipment.js';
import { ANY_FORM, ruleOf } from './form.js';
import { decimal, kilograms } from './quantities.js';

/** A container is never refused: it may still be found by hand. */
export function checkEquipment(consignment: Consignment): Finding[] {
  const listed = listedEquipment(consignment);
  const containers = listed.filter(({ kind }) => kind === 'container');
  return [
    ...listed.flatMap(checkNumber),
    ...listed.flatMap(checkMasses),
    ...repeated(containers).map(listedTwice),
    ...checkLoads(listed, new Set(containers.map(({ number }) => number))),
    ...checkCount(consignment, containers.length),
  ];
}

function checkNumber({ kind, number, path }: ListedEquipment): Finding[] {
  if (number === '') return [noEquipmentNumber(path)];
  if (kind === 'unknown') return [unknownEquipment(path)];
  return kind === 'wagon' ? [] : checkContainerNumber(number, `${path}/id/content`);
}

const checkMasses = ({ equipment, path }: ListedEquipment): Finding[] =>
  (['tareWeight', 'grossWeight'] as const).flatMap((name) => {
    const weight = equipment[name];
    const isNegative = weight !== undefined && isBelowZero(kilograms(weight));
    return isNegative ? [belowZero(ANY_FORM, 'MASS', `${path}/${name}/content`, ruleOf('equipment'))] : [];
  });

function repeated(containers: readonly ListedEquipment[]): ListedEquipment[] {
  const firsts = new Map(containers.toReversed().map((entry) => [entry.number, entry]));
  return containers.filter((entry) => entry.number !== '' && firsts.get(entry.number) !== entry);
}

const checkLoads = (listed: readonly ListedEquipment[], containers: ReadonlySet<string>): Finding[] =>
  listed.flatMap(({ equipment, path }) =>
    carriedOn(equipment)
      .filter((number) => !containers.has(number))
      .map((number) => unlistedContainer(`${path}/carriedAssociatedTransportEquipment`, number)),
  );

function checkCount({ transportEquipmentQuantity }: Consignment, listed: number): Finding[] {
  const claimed = transportEquipmentQuantity?.[0] && decimal(transportEquipmentQuantity[0]);
  if (claimed === undefined || sameNumber(claimed, String(listed))) return [];
  return [
    isBelowZero(claimed) ? belowZero(ANY_FORM, 'COUNT', COUNT, ruleOf('equipment')) : otherCount(claimed, listed),
  ];
}

const COUNT = '/specifiedConsignment/0/transportEquipmentQuantity/0/content';

/** An item or a wagon names a container that is not among the equipment. */
export const unlistedContainer = (path: string, number: string): Finding =>
  warning({
    code: `${ANY_FORM}.UNLISTED_CONTAINER`,
    path,
    en: `Container ${number} is named here but not listed with the equipment. Add it there or correct the number.`,
    zh: `此处提到的集装箱 ${number} 未列入运输设备。请补充或更正箱号。`,
    rule: ruleOf('equipment'),
  });

const noEquipmentNumber = (path: string): Finding =>
  warning({
    code: 'EQUIPMENT.NO_NUMBER',
    path,
    en: 'This container or wagon has no number and was left out. Add the number.',
    zh: '该集装箱或车辆没有号码，未被采用。请补充号码。',
    rule: ruleOf('equipment'),
  });

const unknownEquipment = (path: string): Finding =>
  warning({
    code: `${ANY_FORM}.EQUIPMENT_KIND`,
    path: `${path}/categoryCode`,
    en: 'This is neither a container (CN) nor a rail wagon (RR) and was left out. Give its category.',
    zh: '此设备既不是集装箱（CN）也不是铁路车辆（RR），未被采用。请填写类别代码。',
    rule: 'UNTDID 8053',
  });

const listedTwice = ({ path }: ListedEquipment): Finding =>
  warning({
    code: 'EQUIPMENT.REPEATED',
    path: `${path}/id/content`,
    en: 'This container is listed more than once. Remove or correct one of the entries.',
    zh: '该集装箱重复列出，请删除或更正其中一条。',
  });

const otherCount = (claimed: string, listed: number): Finding =>
  warning({
    code: `${ANY_FORM}.CONTAINER_COUNT`,
    path: COUNT,
    en: `The document speaks of ${claimed} containers and lists ${listed}. Add the missing ones or correct the number.`,
    zh: `单证称有 ${claimed} 个集装箱，实际列出 ${listed} 个。请补充或更正数量。`,
  });
