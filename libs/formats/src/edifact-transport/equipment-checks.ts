import type { Finding } from '#domain';
import { isBelowZero } from '../checks/amount-checks.js';
import { checkContainerNumber } from '../checks/container-number-checks.js';
import { error, warning } from '../findings.js';
import type { SegmentGroup } from '../syntax/edifact.js';
import { unNumberOf } from './dangerous-goods.js';
import { checkSign } from './goods-checks.js';
import { measurementOf } from './quantities.js';
import type { GoodsItem, TransportMessage } from './transport-message.types.js';

/** Each container once, with a number as ISO 6346 has it; dangerous goods in it stand with the goods too. */
export function checkEquipment({ containers, equipment, goodsItems }: TransportMessage): Finding[] {
  const seen = new Set<string>();
  const findings: Finding[] = [];
  let hasNegativeMass = false;
  for (const { number, checkDigitValid, tareKg, grossMassKg, path: eqd } of containers) {
    const path = `${eqd}/2/1`;
    if (seen.has(number)) findings.push(listedTwice(path));
    seen.add(number);
    if (!checkDigitValid) findings.push(...checkContainerNumber(number, path));
    hasNegativeMass ||= isBelowZero(tareKg) || isBelowZero(grossMassKg);
  }
  if (hasNegativeMass) findings.push(...equipment.flatMap(checkSigns));
  return [...findings, ...checkDangerousGoods(equipment, goodsItems)];
}

const checkSigns = (group: SegmentGroup): Finding[] =>
  group.segments('MEA').flatMap((mea) => checkSign(measurementOf(mea)));

/** The record has dangerous goods with goods lines only. */
function checkDangerousGoods(equipment: readonly SegmentGroup[], goodsItems: readonly GoodsItem[]): Finding[] {
  const inContainers = equipment.flatMap((group) => group.openings('DGS'));
  if (inContainers.length === 0) return [];
  const declared = new Set(goodsItems.flatMap((item) => item.dangerousGoods.map(({ opening }) => unNumberOf(opening))));
  return inContainers.filter((dgs) => !declared.has(unNumberOf(dgs))).map((dgs) => onlyWithContainer(dgs.path()));
}

const listedTwice = (path: string): Finding =>
  warning({
    code: 'MESSAGE.CONTAINER_LISTED_TWICE',
    path,
    en: 'The container is listed more than once. Put all its seals into one EQD group.',
    zh: '该集装箱重复列出。请将其全部封号合并到一个 EQD 段组。',
    rule: 'UN/EDIFACT EQD',
  });

const onlyWithContainer = (path: string): Finding =>
  error({
    code: 'MESSAGE.DANGEROUS_GOODS_WITHOUT_ITEM',
    path,
    en: 'Dangerous goods stand with the container only. Put the DGS into the GID group of the goods.',
    zh: '危险货物只列在集装箱下。请将 DGS 放入相应货物的 GID 段组。',
    rule: 'UN/EDIFACT DGS',
  });
