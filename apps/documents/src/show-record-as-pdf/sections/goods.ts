import type { Compared, GoodsItem, LocalText, Naming, OneDocument, SchemedCode } from '#domain';
import { cell, column, quiet, type Cell, type Section } from '../section.js';
import type { SourceLabels } from '../source-labels.js';
import { CERTAINTIES, NAMING_SOURCES } from '../words.js';
import { compared } from './compared.js';

export const goods = ({ goodsItems, equipment }: OneDocument, labels: SourceLabels): Section => ({
  heading: { zh: '货物（一货两标）', en: 'Goods under both names' },
  columns: [
    column('序号', 'No.', 0.9),
    column('铁路品名', 'Name on rail', 4.4),
    column('报关品名', 'Name for customs', 4.4),
    column('件数', 'Packages', 1.9),
    column('毛重', 'Gross mass, kg', 3),
    column('集装箱', 'Containers', 2.4),
    column('来源', 'Sources', 1.4),
  ],
  rows: goodsItems.map((item) => [
    cell(String(item.sequence)),
    railSide(item, labels),
    customsSide(item, labels),
    [...compared(item.packages), ...quiet(item.packageType && `包装 Type ${item.packageType}`)],
    masses(item),
    [
      ...cell(containersOf(item, equipment)),
      ...splitOf(item),
      ...quiet(item.marks.length > 0 ? `唛头 Marks ${item.marks.join(' / ')}` : ''),
    ],
    quiet(labels(item.sources)),
  ]),
});

export const totals = ({ totals: { packages, grossMassKg, containers } }: OneDocument): Section => ({
  heading: { zh: '合计', en: 'Totals' },
  columns: [column('件数', 'Packages', 1), column('毛重', 'Gross mass, kg', 1), column('集装箱数', 'Containers', 1)],
  rows: [[compared(packages), compared(grossMassKg), cell(containers)]],
});

/** A long list is not said twice: all of them stand in the table of containers. */
function containersOf({ containers }: GoodsItem, equipment: OneDocument['equipment']): string {
  const held = new Set(containers);
  const isAll = held.size === equipment.length && equipment.every(({ number }) => held.has(number));
  return isAll && held.size > 6 ? `全部 ${held.size} 箱 All ${held.size}` : containers.join(' ');
}

/** What is in each of several containers; what is in one alone stands beside it already. */
const splitOf = ({ containers, perContainer = [] }: GoodsItem): Cell =>
  containers.length < 2
    ? []
    : perContainer.flatMap(({ container, packages, grossMassKg, netMassKg, volumeM3 }) =>
        quiet(
          [
            `${container}:`,
            packages && `${numbers(packages)} 件 pkgs`,
            grossMassKg && `${numbers(grossMassKg)} kg`,
            netMassKg && `净重 Net ${netMassKg} kg`,
            volumeM3 && `${volumeM3} m³`,
          ]
            .filter((part) => part !== undefined)
            .join(' '),
        ),
      );

/** The value that both sides agree on, or what each of them says. */
const numbers = (number: Compared): string =>
  compared(number)
    .map(({ text }) => text)
    .join(' / ');

const railSide = (item: GoodsItem, labels: SourceLabels): Cell => [
  ...spellings(item.railName, item.railNames),
  ...cell(item.railCode && codeText(item.railCode)),
  ...quiet(...item.otherRailCodes.map(codeText), naming(item.railNaming, labels)),
];

const customsSide = (item: GoodsItem, labels: SourceLabels): Cell => [
  ...spellings(item.customsName, item.customsNames),
  ...cell(item.hsCode && `HS ${item.hsCode}`),
  ...quiet(
    ...item.hsCandidates.map(({ hsCode, evidence }) => `候选 Candidate HS ${hsCode}: ${evidence}`),
    naming(item.customsNaming, labels),
  ),
];

const spellings = (name: string | undefined, names: readonly LocalText[]): Cell =>
  cell(...new Set([name, ...names.map(({ text }) => text)]));

const codeText = ({ scheme, code }: SchemedCode): string => `${scheme} ${code}`;

function naming({ certainty, source, basis }: Naming, labels: SourceLabels): string {
  const [sure, by] = [CERTAINTIES[certainty], NAMING_SOURCES[source]];
  const words = `${sure.zh}，${by.zh} ${sure.en}, ${by.en}`;
  return basis === undefined ? words : `${words}: ${labels([basis])}`;
}

const masses = ({ grossMassKg, netMassKg, volumeM3 }: GoodsItem): Cell => [
  ...compared(grossMassKg),
  ...quiet(netMassKg && `净重 Net ${netMassKg}`, volumeM3 && `体积 Volume ${volumeM3} m³`),
];
