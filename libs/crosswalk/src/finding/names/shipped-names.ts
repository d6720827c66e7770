import { HS_EDITION, hsDescriptions, hsHeadings } from '../../hs-list.js';
import { lazily, readTable } from '../../reference-table.js';
import { scriptOf } from '../../script.js';
import { Reader } from '../text/read-line.js';
import { NameIndex } from './name-index.js';
import type { KindName, NamedKind, NameOrigin } from './named-kind.js';

export const NAMES_EDITION = 'Yidan names 2026-11';

/** The names that ship, read at the first question and shared by all crosswalks of the process. Those of one script lie together in memory: a line asks mostly for those of its own. */
export const shippedNames = lazily((): { readonly index: NameIndex; readonly reader: Reader } => {
  const reader = new Reader();
  const index = new NameIndex(reader);
  const names = [...goodsNames(), ...headingNames(), ...descriptionNames(), ...catchAlls()];
  for (const ofScript of Map.groupBy(names, ({ text }) => scriptOf(text)).values())
    ofScript.forEach((name) => index.add(name));
  index.weigh();
  return { index, reader };
});

type GoodsColumn = 'hs' | 'zh' | 'ru' | 'en' | 'zhOther' | 'ruOther' | 'enOther';

export const shippedKinds = lazily((): readonly (NamedKind & { readonly others: readonly string[] })[] =>
  readTable<GoodsColumn>('goods-names.csv').map(({ hs, zh, ru, en, zhOther, ruOther, enOther }) => ({
    codes: hs.split(' '),
    table: NAMES_EDITION,
    nameZh: zh,
    nameRu: ru,
    nameEn: en,
    others: [zhOther, ruOther, enOther].flatMap((names) => names.split('|').filter((name) => name !== '')),
  })),
);

const goodsNames = (): KindName[] =>
  shippedKinds().flatMap((kind) => [
    ...named(kind, 'name', [kind.nameZh, kind.nameRu, kind.nameEn]),
    ...named(kind, 'otherName', kind.others),
  ]);

const named = (kind: NamedKind, origin: NameOrigin, texts: readonly (string | undefined)[]): KindName[] =>
  texts.filter((text) => text !== undefined && text !== '').map((text) => ({ kind, origin, text: text as string }));

const headingNames = (): KindName[] =>
  [...hsHeadings().values()]
    .filter(({ code }) => code.length === 4)
    .flatMap(({ code, nameZh, nameRu }) =>
      named({ codes: [code], table: HS_EDITION, nameZh, nameRu }, 'heading', [nameZh, nameRu]),
    );

const descriptionNames = (): KindName[] =>
  [...hsDescriptions()]
    .filter(([code]) => code.length > 2)
    .flatMap(([code, description]) =>
      named({ codes: [code], table: HS_EDITION, nameEn: description }, code.length === 4 ? 'heading' : 'subheading', [
        description,
      ]),
    );

const catchAlls = (): KindName[] =>
  readTable<'name'>('catch-all-names.csv').map(({ name }) => ({
    text: name,
    origin: 'catchAll',
    kind: { codes: [], table: 'catch-all names' },
  }));
