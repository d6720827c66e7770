import {
  sumOf,
  type BorderCrossing,
  type Declaration,
  type DeclaredDocument,
  type DeclaredItem,
  type Finding,
} from '#domain';
import {
  anyText,
  atMost,
  formOf,
  numeric,
  ownReference,
  stated,
  type FormTree,
  type Stated,
} from '../../declaring/declared-form.js';
import { error } from '../../findings.js';
import type { Writing } from '../../format.js';
import { writeXml } from '../../syntax/write-xml.js';
import { DIRECTIONS, KEPT_FOR_COMPLETION, MODE_CODES, TARIFF_DIGITS } from './code-lists.js';
import { leftToDeclarant } from './left-to-declarant.js';
import { agentElements, isChinese, tradersElements } from './parties.js';
import type { DecHead, DecList, DecMessage } from './tree.types.js';

/** The declaration as it is loaded into China's single window, where its declarant completes it, with customs' number where it has one. Nothing is left out unsaid, and nothing is made up. */
export function writeChinaDeclaration(declaration: Declaration, customsNumber?: string): Writing {
  if (DIRECTIONS[declaration.type] === undefined) return { findings: [hasOwnForm] };
  const { members, findings } = formOf(declaration, messageOf(declaration, customsNumber));
  const bytes = writeXml({ DecMessage: { '@xmlns': 'http://www.chinaport.gov.cn/dec', ...members } });
  return { bytes, findings: [...findings, ...leftToDeclarant(members, declaration)] };
}

const hasOwnForm: Finding = error({
  code: 'DECLARATION.HAS_OWN_FORM',
  path: '/type',
  en: 'This message declares imports and exports. Goods in transit (过境) are declared to China by a form of their own: take the content as JSON.',
  zh: '该报文只用于进出口报关。过境货物使用专门的报关单，请取 JSON 内容。',
});

const messageOf = (declaration: Declaration, customsNumber: string | undefined): DecMessage => ({
  DecHead: headOf(declaration, customsNumber),
  DecLists: { DecList: declaration.goodsItems.map(goodsOf) },
  DecContainers: {
    Container: declaration.containers.map(({ number }, index) => containerOf(declaration, number, index)),
  },
  DecFreeTxt: { VoyNo: voyage(declaration.borderCrossing) },
  DecSign: { OperType: KEPT_FOR_COMPLETION, ClientSeqNo: ownReference(declaration) },
});

function headOf(declaration: Declaration, customsNumber: string | undefined): DecHead {
  const { type, customsOffice, totals, borderCrossing } = declaration;
  const { AgentCodeScc, ...agent } = agentElements(declaration);
  const { TradeCode, TradeName, TradeCoScc, ...overseas } = tradersElements(declaration);
  return {
    IEFlag: stated(DIRECTIONS[type], '/type', atMost(1)),
    ...agent,
    BillNo: borderDocument(declaration),
    CustomMaster: stated(customsOffice, '/customsOffice', atMost(4)),
    GrossWet: stated(totals.grossMassKg.declared, '/totals/grossMassKg/declared', numeric(19, 5)),
    NetWt: netMass(declaration),
    PackNo: stated(totals.packages.declared, '/totals/packages/declared', numeric(9)),
    TradeCode,
    TradeName,
    TrafMode: stated(MODE_CODES[borderCrossing.mode], '/borderCrossing/mode', atMost(1)),
    TrafName: meansOfTransport(borderCrossing),
    EntryId: stated(customsNumber, '/customsNumber', atMost(18)),
    AgentCodeScc,
    TradeCoScc,
    ...overseas,
  };
}

/** 提运单号 of the leg over the border, of a house bill behind its master's. Where that is not known the number is the declarant's to complete. */
function borderDocument({ transportDocuments }: Declaration): Stated | undefined {
  const overBorder = transportDocuments.filter(({ crossesBorder }) => crossesBorder);
  const document = overBorder.find(({ billLevel }) => billLevel === 'house') ?? overBorder[0];
  if (!document) return undefined;
  const { billLevel, masterBill, number } = document;
  if (billLevel !== 'house') return stated(number, numberPlaces(transportDocuments, [document]), atMost(32));
  const masters = transportDocuments.filter((other) => other.number === masterBill);
  return masterBill === undefined
    ? undefined
    : stated(`${masterBill}*${number}`, numberPlaces(transportDocuments, [document, ...masters]), atMost(32));
}

const numberPlaces = (all: readonly DeclaredDocument[], written: readonly DeclaredDocument[]): string[] =>
  written.flatMap((document) =>
    ['number', 'kind', 'masterBill'].map((member) => `/transportDocuments/${all.indexOf(document)}/${member}`),
  );

/** Of all goods, where each has one. */
function netMass({ goodsItems }: Declaration): Stated | undefined {
  const sum = sumOf(goodsItems.map(({ netMassKg }) => netMassKg));
  const from = goodsItems.map((_item, index) => `/goodsItems/${index}/netMassKg`);
  return stated(sum, from, numeric(19, 5));
}

/** A ship by its name; by rail the wagon, where there is one. */
function meansOfTransport({ mode, meansOfTransport: { vessel, wagons = [] } }: BorderCrossing): Stated | undefined {
  const at = '/borderCrossing/meansOfTransport';
  if (mode !== 'rail') return stated(vessel, `${at}/vessel`, anyText);
  return wagons.length === 1 ? stated(wagons[0], `${at}/wagons`, anyText) : undefined;
}

/** Of a ship. What stands there by rail is the day on which the train crosses. */
const voyage = ({ mode, meansOfTransport }: BorderCrossing): Stated | undefined =>
  mode === 'rail' ? undefined : stated(meansOfTransport.voyage, '/borderCrossing/meansOfTransport/voyage', anyText);

/** The name of the goods is customs' own, in Chinese or not; what the railways call them is no name for customs. */
function goodsOf({ hsCode, customsName = '', dangerousGoods }: DeclaredItem, index: number): DecList {
  const at = `/goodsItems/${index}`;
  const name = stated(customsName, `${at}/customsName`, anyText);
  return {
    CodeTS: stated(hsCode, `${at}/hsCode`, atMost(TARIFF_DIGITS)),
    GName: isChinese(customsName) ? name : undefined,
    GNo: String(index + 1),
    DeclGoodsEname: isChinese(customsName) ? undefined : name,
    Uncode: stated(dangerousGoods[0]?.unNumber, `${at}/dangerousGoods/0/unNumber`, numeric(4)),
  };
}

/** GoodsNo: the numbers of the goods in the container. */
function containerOf({ goodsItems }: Declaration, number: string, index: number): FormTree {
  const inside = goodsItems.flatMap(({ containers }, item) => {
    const place = containers.indexOf(number);
    return place < 0 ? [] : [{ goodsNumber: String(item + 1), from: `/goodsItems/${item}/containers/${place}` }];
  });
  return {
    ContainerId: stated(number, `/containers/${index}/number`, anyText),
    GoodsNo: stated(
      inside.map(({ goodsNumber }) => goodsNumber).join(','),
      inside.map(({ from }) => from),
      anyText,
    ),
  };
}
