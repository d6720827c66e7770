import { hasValidCheckDigit, isContainerNumber, normaliseContainerNumber, type Finding } from '#domain';
import type { TransportDocumentTree } from './tree.types.js';

/** Each container once, with a number as ISO 6346 has it. Paths are from the document's own root. */
export function checkEquipment({ utilizedTransportEquipments }: TransportDocumentTree): Finding[] {
  const numbers = utilizedTransportEquipments.map(({ equipment }) =>
    normaliseContainerNumber(equipment.equipmentReference),
  );
  const seen = new Set<string>();
  return numbers.flatMap((number, index) => {
    const path = `/utilizedTransportEquipments/${index}/equipment/equipmentReference`;
    const repeated = seen.has(number) ? [listedTwice(path)] : [];
    seen.add(number);
    return [...repeated, ...checkNumber(number, path)];
  });
}

function checkNumber(number: string, path: string): Finding[] {
  if (!isContainerNumber(number)) return [notIso6346(path)];
  return hasValidCheckDigit(number) ? [] : [wrongCheckDigit(path, fittingDigit(number))];
}

function fittingDigit(number: string): string | undefined {
  const withoutDigit = number.slice(0, -1);
  return [...'0123456789'].find((digit) => hasValidCheckDigit(withoutDigit + digit));
}

const wrongCheckDigit = (path: string, fitting: string | undefined): Finding => ({
  code: 'EQUIPMENT.CHECK_DIGIT',
  severity: 'warning',
  path,
  message: {
    en: `The check digit does not fit the container number; ${fitting} would. Compare with the container; until then it joins no documents by itself.`,
    zh: `校验码与箱号不符；应为 ${fitting}。请核对箱体上的箱号；在此之前该箱号不会自动关联其他单证。`,
  },
  rule: 'ISO 6346:2022 annex A',
});

const notIso6346 = (path: string): Finding => ({
  code: 'EQUIPMENT.NUMBER_FORM',
  severity: 'warning',
  path,
  message: {
    en: 'This is not a container number of ISO 6346 (three letters, U, J or Z, seven digits). If the container has such a number, give it.',
    zh: '不是 ISO 6346 箱号（三个字母、U/J/Z、七位数字）。如集装箱有此类箱号，请填写。',
  },
  rule: 'ISO 6346:2022',
});

const listedTwice = (path: string): Finding => ({
  code: 'DCSA.CONTAINER_LISTED_TWICE',
  severity: 'warning',
  path,
  message: {
    en: 'The container is listed more than once. Put all its seals into one entry.',
    zh: '该集装箱重复列出。请将其全部封号合并到一条记录。',
  },
  rule: 'DCSA EBL 3.0.4, TransportDocument.utilizedTransportEquipments',
});
