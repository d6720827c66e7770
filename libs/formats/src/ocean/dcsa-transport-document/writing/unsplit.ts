import type { Bilingual, Finding, GoodsLine } from '#domain';
import { error } from '../../../findings.js';

/** What the standard wants to know of goods in several containers and no document says. Nobody may guess it. */
export function unsplit({ stowage, dangerousGoods, path }: GoodsLine): Finding[] {
  if (stowage.length < 2) return [];
  const unknown = (quantity: 'packages' | 'grossMassKg') =>
    stowage.filter((part) => part[quantity] === undefined).map(({ containerNumber }) => containerNumber);
  const lacking = [
    ...ask(unknown('packages'), PACKAGES),
    ...ask(unknown('grossMassKg'), GROSS_MASS),
    ...ask(dangerousGoods.length > 1 ? stowage.map(({ containerNumber }) => containerNumber) : [], SUBSTANCES),
  ];
  return lacking.map(({ what, containers }) => splitUnknown(`${path}/perContainer`, what, containers));
}

const PACKAGES: Bilingual = { en: 'how many packages are in', zh: '各箱件数' };
const GROSS_MASS: Bilingual = { en: 'the gross mass in', zh: '各箱毛重' };
const SUBSTANCES: Bilingual = { en: 'which dangerous substance is in', zh: '各箱所装危险货物' };

const ask = (containers: readonly string[], what: Bilingual) => (containers.length > 0 ? [{ what, containers }] : []);

const splitUnknown = (path: string, what: Bilingual, containers: readonly string[]): Finding =>
  error({
    code: 'DCSA.RECORD_LACKS',
    path,
    en: `The goods are in several containers, and no document says ${what.en} ${containers.join(', ')}. Send a document that says it, or ask the carrier for the original.`,
    zh: `货物分装多箱，各单证均未写明${what.zh}（${containers.join('、')}）。请发送写明该内容的单证，或向承运人索取原件。`,
    rule: 'DCSA EBL 3.0.4, CargoItem',
  });
