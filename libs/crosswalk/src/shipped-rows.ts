import { CN_RAIL_TABLE } from './cn-rail-table.js';
import { NAMES_EDITION } from './finding/names/shipped-names.js';
import { HS_EDITION, hsDescriptions, hsHeadings } from './hs-list.js';
import { readTable } from './reference-table.js';

/** A row of the crosswalk as it is given away. */
export interface CrosswalkRow {
  /** `NAMES`: a kind of goods, which has no code of its own. */
  readonly scheme: string;
  readonly edition: string;
  readonly code?: string;
  readonly nameZh?: string;
  readonly nameRu?: string;
  readonly nameEn?: string;
  readonly otherNames: readonly string[];
  /** HS codes, or beginnings of such, that it leads to. */
  readonly hs: readonly string[];
  readonly source: string;
}

/** The rows that ship with the release: HS with the project's own translations of its headings, China rail classes, names of goods. */
export function* shippedRows(): Generator<CrosswalkRow> {
  yield* hsRows();
  yield* railClassRows();
  yield* nameRows();
}

function* hsRows(): Generator<CrosswalkRow> {
  for (const [code, description] of hsDescriptions()) {
    const { nameZh, nameRu } = hsHeadings().get(code) ?? {};
    const names = { nameEn: description, ...(nameZh && { nameZh }), ...(nameRu && { nameRu }) };
    yield { scheme: 'HS', edition: HS_EDITION, code, ...names, otherNames: [], hs: [code], source: HS_SOURCE };
  }
}

const HS_SOURCE = 'datasets/harmonized-system; Chinese and Russian: translation of the project';

function* railClassRows(): Generator<CrosswalkRow> {
  for (const file of ['cn-rail-classes.csv', 'cn-rail-groups.csv'])
    for (const { code, nameZh, hsSuggestions } of readTable<'code' | 'nameZh' | 'hsSuggestions'>(file))
      yield {
        scheme: 'CN-RAIL',
        edition: CN_RAIL_TABLE,
        code: code.padEnd(7, '0'),
        nameZh,
        otherNames: [],
        hs: listed(hsSuggestions, ' '),
        source: 'annex 1 of 铁路货物运价规则; HS: suggestion',
      };
}

type GoodsColumn = 'hs' | 'zh' | 'ru' | 'en' | 'zhOther' | 'ruOther' | 'enOther' | 'source';

function* nameRows(): Generator<CrosswalkRow> {
  for (const { hs, zh, ru, en, zhOther, ruOther, enOther, source } of readTable<GoodsColumn>('goods-names.csv'))
    yield {
      scheme: 'NAMES',
      edition: NAMES_EDITION,
      nameZh: zh,
      nameRu: ru,
      nameEn: en,
      otherNames: [zhOther, ruOther, enOther].flatMap((names) => listed(names, '|')),
      hs: listed(hs, ' '),
      source,
    };
}

const listed = (text: string, separator: string): string[] => text.split(separator).filter((part) => part !== '');
