import type { Naming } from '#domain';
import type { GoodsNames, GoodsQuestion, Resolution } from '../crosswalk.js';
import { NAME_TABLE, rowsNamed } from '../goods-name-table.js';
import { isKnownHsCode } from '../hs-list.js';
import type { ResolutionBook } from '../resolution-book.js';
import { codeKey } from '../subject.js';
import { byPreference } from './rail-codes.js';

type RailSide = Pick<GoodsNames, 'railName' | 'railCode' | 'otherRailCodes' | 'railNaming'>;

/** What rail calls the goods: as its documents state, else as people or the names table say. */
export function nameRailSide(question: GoodsQuestion, book: ResolutionBook): RailSide {
  const [railCode, ...otherRailCodes] = byPreference(question.railCodes);
  const railName = question.railNames[0]?.text;
  if (railName !== undefined && railCode !== undefined)
    return { railName, railCode, otherRailCodes, railNaming: STATED };
  return { otherRailCodes, ...completed(question, book, { railName, railCode }) };
}

const STATED: Naming = { source: 'document', certainty: 'stated' };

interface Stated {
  readonly railName: string | undefined;
  readonly railCode: GoodsNames['railCode'] | undefined;
}

/** A person's answer fills what no rail document states; the naming tells of the code where there is one. */
function completed(question: GoodsQuestion, book: ResolutionBook, stated: Stated): Omit<RailSide, 'otherRailCodes'> {
  const forCode = book.answering(question, (answer) => answer.railCode !== undefined)[0];
  const forName = book.answering(question, (answer) => answer.railName !== undefined)[0];
  const railName = stated.railName ?? forName?.answer.railName;
  const railCode = stated.railCode ?? forCode?.answer.railCode;
  if (railName === undefined && railCode === undefined) return fromTable(question);
  const settledBy = decisive(stated, forCode, forName);
  return {
    ...(railName !== undefined && { railName }),
    ...(railCode !== undefined && { railCode }),
    railNaming: settledBy ? settledNaming(settledBy) : STATED,
  };
}

const settledNaming = ({ id, version }: Resolution): Naming => ({
  source: 'resolution',
  certainty: 'exact',
  basis: `resolution ${id}`,
  resolution: { id, version },
});

function decisive(
  stated: Stated,
  forCode: Resolution | undefined,
  forName: Resolution | undefined,
): Resolution | undefined {
  if (stated.railCode !== undefined) return undefined;
  if (forCode !== undefined) return forCode;
  return stated.railName === undefined ? forName : undefined;
}

function fromTable({ customsNames, hsCodes }: GoodsQuestion): Pick<RailSide, 'railName' | 'railNaming'> {
  const names = new Set(customsNames.flatMap(({ text }) => rowsNamed(text)).map(({ nameZh }) => nameZh));
  const [railName] = names;
  if (railName !== undefined && names.size === 1)
    return { railName, railNaming: { source: 'table', certainty: 'candidate', basis: NAME_TABLE } };
  const hsCode = hsCodes.map(codeKey).find(isKnownHsCode);
  // GNG's last two digits are the railways' own: six digits of HS say how the code begins, not what it is.
  const basis =
    hsCode === undefined
      ? {}
      : { basis: `a GNG code would begin with ${hsCode.slice(0, 6)}; its last two digits are the railways' own` };
  return { railNaming: { source: 'none', certainty: 'unmatched', ...basis } };
}
