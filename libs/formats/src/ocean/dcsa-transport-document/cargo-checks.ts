import { normaliseContainerNumber, type Finding } from '#domain';
import type { CargoItemTree, ConsignmentItemTree, DangerousGoodsTree, TransportDocumentTree } from './tree.types.js';

/** HS codes that agree, containers that are listed, dangerous goods with a UN number. Paths are from the document's own root. */
export function checkCargo({ consignmentItems, utilizedTransportEquipments }: TransportDocumentTree): Finding[] {
  const listed = new Set(
    utilizedTransportEquipments.map(({ equipment }) => normaliseContainerNumber(equipment.equipmentReference)),
  );
  return consignmentItems.flatMap((item, index) => {
    const path = `/consignmentItems/${index}`;
    return [
      ...checkDescription(item, path),
      ...checkHsCodes(item, path),
      ...item.cargoItems.flatMap((cargo, at) => checkCargoItem(cargo, `${path}/cargoItems/${at}`, listed)),
    ];
  });
}

/** The schema allows a description without lines. */
const checkDescription = ({ descriptionOfGoods }: ConsignmentItemTree, path: string): Finding[] =>
  descriptionOfGoods.some((line) => line !== '') ? [] : [noDescription(`${path}/descriptionOfGoods`)];

function checkHsCodes({ HSCodes = [], extendedHSCodes = [] }: ConsignmentItemTree, path: string): Finding[] {
  const subheadings = new Set(HSCodes.map(subheading));
  const strangers = extendedHSCodes.filter((code) => !subheadings.has(subheading(code)));
  return HSCodes.length > 0 && strangers.length > 0
    ? [hsCodesDisagree(`${path}/extendedHSCodes`, strangers.join(', '))]
    : [];
}

const subheading = (hsCode: string): string => hsCode.slice(0, 6);

function checkCargoItem(
  { equipmentReference, outerPackaging }: CargoItemTree,
  path: string,
  listed: ReadonlySet<string>,
): Finding[] {
  const findings: Finding[] = [];
  if (!listed.has(normaliseContainerNumber(equipmentReference)))
    findings.push(containerNotListed(`${path}/equipmentReference`));
  const dangerous = outerPackaging.dangerousGoods ?? [];
  return [
    ...findings,
    ...dangerous.flatMap((goods, at) => checkDangerousGoods(goods, `${path}/outerPackaging/dangerousGoods/${at}`)),
  ];
}

/** An NA number alone would leave the goods out of the record's dangerous goods, so the document is not taken in. */
const checkDangerousGoods = ({ UNNumber, NANumber }: DangerousGoodsTree, path: string): Finding[] =>
  UNNumber === undefined && NANumber !== undefined ? [onlyNaNumber(`${path}/NANumber`)] : [];

const noDescription = (path: string): Finding => ({
  code: 'DCSA.NO_DESCRIPTION',
  severity: 'warning',
  path,
  message: {
    en: 'The goods are not described. Describe them precisely enough for customs.',
    zh: '缺少货物描述。请填写海关可识别的准确品名。',
  },
  rule: 'DCSA EBL 3.0.4, ConsignmentItem.descriptionOfGoods',
});

const hsCodesDisagree = (path: string, codes: string): Finding => ({
  code: 'DCSA.HS_CODES_DISAGREE',
  severity: 'warning',
  path,
  message: {
    en: `No HS code in HSCodes begins like ${codes}. The codes here are used; correct one of the two lists.`,
    zh: `HSCodes 中没有与 ${codes} 前六位相同的编码。此处的编码将被采用；请更正其中一个列表。`,
  },
  rule: 'DCSA EBL 3.0.4, ConsignmentItem.extendedHSCodes',
});

const containerNotListed = (path: string): Finding => ({
  code: 'DCSA.CONTAINER_NOT_LISTED',
  severity: 'warning',
  path,
  message: {
    en: 'Cargo is stowed in a container that utilizedTransportEquipments does not list. Correct the number, or list the container with its seals.',
    zh: '货物所装集装箱未在 utilizedTransportEquipments 中列出。请更正箱号，或补列该集装箱及其封号。',
  },
  rule: 'DCSA EBL 3.0.4, CargoItem.equipmentReference',
});

const onlyNaNumber = (path: string): Finding => ({
  code: 'DCSA.NA_NUMBER',
  severity: 'error',
  path,
  message: {
    en: 'An NA number is known in North America only. Give the UN number of the IMDG Code.',
    zh: 'NA 编号仅在北美使用。请填写《国际危规》的联合国编号。',
  },
  rule: 'IMDG Code 5.4.1.4.1',
});
