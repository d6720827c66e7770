import type { Declaration } from '#domain';
import { anyText, atMost, stated, type Stated } from '../../declaring/declared-form.js';
import {
  certifiedCode,
  declarantAmong,
  inRole,
  partiesOf,
  type PlacedParty,
} from '../../declaring/declared-parties.js';
import type { DecHead } from './tree.types.js';

/** 申报单位: the party with the code of who declares. */
export function agentElements(declaration: Declaration) {
  const agent = declarantAmong(partiesOf(declaration), declaration.declarant);
  return {
    AgentCode: code(agent, 'CUSTOMS-CN', anyText),
    AgentName: name(agent, 'chinese', ['/declarant']),
    AgentCodeScc: code(agent, 'USCC', anyText),
  };
}

type TradersElements = Pick<
  DecHead,
  | 'TradeCode'
  | 'TradeName'
  | 'TradeCoScc'
  | 'OverseasConsignorCode'
  | 'OverseasConsignorCname'
  | 'OverseasConsignorEname'
  | 'OverseasConsignorAddr'
  | 'OverseasConsigneeCode'
  | 'OverseasConsigneeEname'
  | 'DomesticConsigneeEname'
>;

/** 境内收发货人 and 境外收发货人. A consignor or consignee on the wrong side of the border is neither; `TO ORDER` is nobody. */
export function tradersElements(declaration: Declaration): TradersElements {
  const parties = partiesOf(declaration);
  const isImport = declaration.type === 'import';
  const [from, to] = [inRole(parties, 'consignor'), inRole(parties, 'consignee')];
  const trader = inChina(isImport ? to : from);
  const consignor = isImport ? abroad(from) : undefined;
  const consignee = isImport ? undefined : abroad(to);
  return {
    TradeCode: code(trader, 'CUSTOMS-CN', atMost(18)),
    TradeName: name(trader, 'chinese'),
    TradeCoScc: code(trader, 'USCC', atMost(18)),
    OverseasConsignorCode: aeoCode(consignor),
    OverseasConsignorCname: name(consignor, 'chinese'),
    OverseasConsignorEname: name(consignor, 'other'),
    OverseasConsignorAddr: address(consignor),
    OverseasConsigneeCode: aeoCode(consignee),
    OverseasConsigneeEname: name(consignee, 'other'),
    DomesticConsigneeEname: isImport ? name(trader, 'other') : undefined,
  };
}

const inChina = (placed: PlacedParty | undefined): PlacedParty | undefined =>
  placed && !placed.party.toOrder && countryOf(placed, 'CN') === 'CN' ? placed : undefined;

const abroad = (placed: PlacedParty | undefined): PlacedParty | undefined =>
  placed && !placed.party.toOrder && countryOf(placed, '') !== 'CN' ? placed : undefined;

const countryOf = ({ party }: PlacedParty, unknown: string): string => party.address?.countryCode ?? unknown;

function code(placed: PlacedParty | undefined, scheme: string, limit: Stated['limit']): Stated | undefined {
  const index = placed?.party.codes.findIndex((one) => one.scheme === scheme) ?? -1;
  return placed && stated(placed.party.codes[index]?.code, `${placed.at}/codes/${index}`, limit);
}

export const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** `saidBesides`: what else of the declaration the name says. */
function name(
  placed: PlacedParty | undefined,
  script: 'chinese' | 'other',
  saidBesides: readonly string[] = [],
): Stated | undefined {
  const index = placed?.party.names.findIndex(({ text }) => isChinese(text) === (script === 'chinese')) ?? -1;
  return placed && stated(placed.party.names[index]?.text, [`${placed.at}/names/${index}`, ...saidBesides], anyText);
}

/** Customs knows a party abroad by its AEO code, where China recognises it. */
const aeoCode = (placed: PlacedParty | undefined): Stated | undefined => placed && certifiedCode(placed, anyText);

function address(placed: PlacedParty | undefined): Stated | undefined {
  if (!placed?.party.address) return undefined;
  const { lines = [], city, region, postcode, countryCode } = placed.party.address;
  const parts = [...lines, city, region, postcode, countryCode].filter((part) => part !== undefined);
  return stated(parts.join(', '), `${placed.at}/address`, anyText);
}
