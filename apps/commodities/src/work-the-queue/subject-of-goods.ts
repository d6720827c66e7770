import type { Subject } from '#crosswalk';
import type { GoodsItem } from '#domain';

/**
 * What an answer about the item is kept for: the rail code where it tells the goods, else the name as a document writes it, else the HS
 * code that waits. Undefined where the documents say nothing at all of the goods: no answer could be found again.
 */
export function subjectOfGoods(item: GoodsItem): Subject | undefined {
  const code = [...(item.railCode ? [item.railCode] : []), ...item.otherRailCodes].find(tellsGoods);
  if (code) return { scheme: code.scheme as Subject['scheme'], value: code.code };
  const name = [...item.railNames, ...item.customsNames][0]?.text;
  if (name !== undefined) return { scheme: 'NAME', value: name };
  const hsCode = item.hsCode ?? item.hsCandidates[0]?.hsCode;
  return hsCode === undefined ? undefined : { scheme: 'HS', value: hsCode };
}

/**
 * Whether a code names goods and not a class of them. GNG: chapter 99 is the railways' own, for what has no code; four zeros end a whole
 * heading. CN-RAIL: class 99 is 其他货物; three zeros end a whole group. Of ETSNG there is no open list that tells its collective positions.
 */
function tellsGoods({ scheme, code }: NonNullable<GoodsItem['railCode']>): boolean {
  if (scheme === 'GNG') return /^\d{8}$/.test(code) && !code.startsWith('99') && !code.endsWith('0000');
  return scheme === 'CN-RAIL' && /^\d{7}$/.test(code) && !code.startsWith('99') && !code.endsWith('000');
}
