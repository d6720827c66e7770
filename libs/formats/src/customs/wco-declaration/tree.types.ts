import type { FormPart, FormTree } from '../../declaring/declared-form.js';

/** The declaration in WCO's elements, in the order of the schema. Beside each its WCO ID. */
export interface WcoDeclaration extends FormTree {
  /** 017 */
  readonly FunctionCode: FormPart;
  /** D026 */
  readonly FunctionalReferenceID: FormPart;
  /** D014: customs' number. */
  readonly ID: FormPart;
  /** D011 */
  readonly IssueDateTime: FormPart;
  /** D013 */
  readonly TypeCode: FormPart;
  /** 228 */
  readonly GoodsItemQuantity: FormPart;
  /** 065 */
  readonly DeclarationOfficeID: FormPart;
  /** 131 */
  readonly TotalGrossMassMeasure: FormPart;
  /** 146 */
  readonly TotalPackageQuantity: FormPart;
  /** 02A: the documents of the leg over the border, of a transit those of both. */
  readonly AdditionalDocument: readonly FormTree[];
  /** 15A */
  readonly BorderTransportMeans: FormTree;
  /** 28A: who carries the goods over the border, and that those in transit go through China. */
  readonly Consignment: FormTree;
  /** 57B */
  readonly Declarant: FormPart;
  /** 67A */
  readonly GoodsShipment: GoodsShipment;
}

export interface GoodsShipment extends FormTree {
  /** 024 */
  readonly ExitDateTime: FormPart;
  /** 16C */
  readonly AEOMutualRecognitionParty: readonly FormTree[];
  /** 27A */
  readonly Consignee: FormPart;
  /** 28A: where the goods are loaded, and their containers. */
  readonly Consignment: FormTree;
  /** 30A */
  readonly Consignor: FormPart;
  /** 99B */
  readonly Destination: FormPart;
  /** 95B */
  readonly ExportCountry: FormPart;
  /** 68A */
  readonly GovernmentAgencyGoodsItem: readonly FormTree[];
  /** 99A: the documents of the other legs. */
  readonly PreviousDocument: readonly FormTree[];
}
