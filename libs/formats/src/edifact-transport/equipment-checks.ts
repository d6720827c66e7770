import type { Finding } from '#domain';
import { checkContainerNumber } from '../container-number-checks.js';
import { error, warning } from '../findings.js';
import type { SegmentGroup } from '../syntax/edifact.js';
import { containersIn, numberOf } from './equipment.js';
import { unNumberOf } from './dangerous-goods.js';
import type { TransportMessage } from './transport-message.types.js';

/** Each container once, with a number as ISO 6346 has it; dangerous goods in it stand with the goods too. */
export function checkEquipment({ equipment, goodsItems }: TransportMessage): Finding[] {
  const declared = new Set(goodsItems.flatMap((item) => item.dangerousGoods.map(({ opening }) => unNumberOf(opening))));
  const seen = new Set<string>();
  const findings = containersIn(equipment).flatMap((group) => {
    const number = numberOf(group);
    const path = group.opening.path(2, 1);
    const repeated = seen.has(number) ? [listedTwice(path)] : [];
    seen.add(number);
    return [...repeated, ...checkContainerNumber(number, path)];
  });
  return [...findings, ...equipment.flatMap((group) => checkDangerousGoods(group, declared))];
}

/** The record has dangerous goods with goods lines only. */
const checkDangerousGoods = (group: SegmentGroup, declared: ReadonlySet<string | undefined>): Finding[] =>
  group
    .groups('DGS')
    .filter(({ opening }) => !declared.has(unNumberOf(opening)))
    .map(({ opening }) => onlyWithContainer(opening.path()));

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
