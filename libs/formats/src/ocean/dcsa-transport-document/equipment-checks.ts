import { normaliseContainerNumber, type Finding } from '#domain';
import { checkContainerNumber } from '../../checks/container-number-checks.js';
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
    return [...repeated, ...checkContainerNumber(number, path)];
  });
}

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
