import type { DeclaredItem, RecordDangerousGoods, SchemedCode } from '#domain';
import { atMost, numeric, stated, type FormPart, type FormTree } from '../../declaring/declared-form.js';
import { GOODS_DESCRIPTION, HS, INDUSTRY_CODE, KILOGRAM } from './code-lists.js';

/** n..16,6 */
export const mass = (kilograms: string | undefined, from: string): FormPart =>
  stated(kilograms, from, numeric(16, 6), { '@unitCode': KILOGRAM });

/** n..8 */
export const packageCount = (packages: string | undefined, from: string): FormPart =>
  stated(packages, from, numeric(8));

/** 68A. Customs' name of the goods is the commodity's; the railways' stands beside it as information. */
export function goodsItem(item: DeclaredItem, index: number): FormTree {
  const at = `/goodsItems/${index}`;
  return {
    SequenceNumeric: String(item.sequence),
    AdditionalInformation: {
      StatementDescription: stated(item.railName, `${at}/railName`, atMost(512)),
      StatementTypeCode: GOODS_DESCRIPTION,
    },
    Commodity: {
      Description: stated(item.customsName, `${at}/customsName`, atMost(512)),
      Classification: classifications(item, at),
      DangerousGoods: item.dangerousGoods.map((one, position) =>
        dangerousGoods(one, `${at}/dangerousGoods/${position}`),
      ),
      GoodsMeasure: {
        GrossMassMeasure: mass(item.grossMassKg.declared, `${at}/grossMassKg/declared`),
        NetNetWeightMeasure: mass(item.netMassKg, `${at}/netMassKg`),
      },
      TransportEquipment: item.containers.map((number, position) => ({
        SequenceNumeric: String(position + 1),
        ID: stated(number, `${at}/containers/${position}`, atMost(17)),
      })),
    },
    Packaging: {
      SequenceNumeric: '1',
      QuantityQuantity: packageCount(item.packages.declared, `${at}/packages/declared`),
      TypeCode: stated(item.packageType, `${at}/packageType`, atMost(2)),
    },
  };
}

const classifications = ({ hsCode, railCode }: DeclaredItem, at: string): FormTree[] => [
  { ID: stated(hsCode, `${at}/hsCode`, CODE), IdentificationTypeCode: HS },
  ...(railCode ? [railClassification(railCode, `${at}/railCode`)] : []),
];

const railClassification = ({ scheme, code }: SchemedCode, at: string): FormTree => ({
  ID: stated(code, at, CODE, { '@schemeID': scheme }),
  IdentificationTypeCode: INDUSTRY_CODE,
});

const CODE = atMost(18);

const dangerousGoods = ({ unNumber }: RecordDangerousGoods, at: string): FormTree => ({
  UNDGID: stated(unNumber, `${at}/unNumber`, numeric(4)),
});
