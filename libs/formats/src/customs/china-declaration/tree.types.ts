import type { FormPart, FormTree } from '../../declaring/declared-form.js';

/** The declaration in the elements of the message, in the order in which they were seen; what is not here is the declarant's. */
export interface DecMessage extends FormTree {
  readonly DecHead: DecHead;
  readonly DecLists: { readonly DecList: readonly DecList[] };
  readonly DecContainers: { readonly Container: readonly FormTree[] };
  readonly DecFreeTxt: { readonly VoyNo: FormPart };
  readonly DecSign: { readonly OperType: string; readonly ClientSeqNo: string };
}

export interface DecHead extends FormTree {
  /** 进出口标志 */
  readonly IEFlag: FormPart;
  /** 申报单位 */
  readonly AgentCode: FormPart;
  readonly AgentName: FormPart;
  /** 提运单号 */
  readonly BillNo: FormPart;
  /** 申报地海关 */
  readonly CustomMaster: FormPart;
  /** 毛重、净重、件数 */
  readonly GrossWet: FormPart;
  readonly NetWt: FormPart;
  readonly PackNo: FormPart;
  /** 境内收发货人 */
  readonly TradeCode: FormPart;
  readonly TradeName: FormPart;
  /** 运输方式、运输工具名称 */
  readonly TrafMode: FormPart;
  readonly TrafName: FormPart;
  /** 海关编号 */
  readonly EntryId: FormPart;
  readonly AgentCodeScc: FormPart;
  readonly TradeCoScc: FormPart;
  /** 境外发货人 */
  readonly OverseasConsignorCode: FormPart;
  readonly OverseasConsignorCname: FormPart;
  readonly OverseasConsignorEname: FormPart;
  readonly OverseasConsignorAddr: FormPart;
  /** 境外收货人 */
  readonly OverseasConsigneeCode: FormPart;
  readonly OverseasConsigneeEname: FormPart;
  /** 境内收货人英文名称 */
  readonly DomesticConsigneeEname: FormPart;
}

export interface DecList extends FormTree {
  /** 商品编号 */
  readonly CodeTS: FormPart;
  /** 商品名称 */
  readonly GName: FormPart;
  /** 商品序号 */
  readonly GNo: string;
  /** 商品英文名称 */
  readonly DeclGoodsEname: FormPart;
  /** UN 编码 */
  readonly Uncode: FormPart;
}
