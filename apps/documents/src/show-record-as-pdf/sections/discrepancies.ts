import type { Discrepancy, OneDocument, StatedValue } from '#domain';
import { cell, column, inBoth, quiet, type Cell, type Section } from '../section.js';
import type { SourceLabels } from '../source-labels.js';
import { DISCREPANCIES, ROLES } from '../words.js';

export const discrepancies = (record: OneDocument, labels: SourceLabels): Section => ({
  heading: { zh: '差异', en: 'Discrepancies' },
  columns: [
    column('事项', 'Matter', 4),
    column('所在', 'Where', 3.4),
    column('铁路', 'Rail', 3),
    column('海运', 'Sea', 3),
    column('其他', 'Other', 2.4),
  ],
  rows:
    record.discrepancies.length === 0
      ? [[cell('无 None'), [], [], [], []]]
      : record.discrepancies.map((discrepancy) => rowOf(discrepancy, record, labels)),
});

const rowOf = (
  { code, path, rail, sea, other = [], message }: Discrepancy,
  record: OneDocument,
  labels: SourceLabels,
): Cell[] => {
  const words = DISCREPANCIES[code];
  const stated = (values: readonly (StatedValue | null)[]): Cell =>
    values.flatMap((value) => (value ? [...cell(value.value), ...quiet(labels(value.sources))] : []));
  return [
    [...cell(words && inBoth(words)), ...quiet(code, message?.zh, message?.en)],
    [...cell(placeOf(path, record)), ...quiet(path)],
    stated([rail]),
    stated([sea]),
    stated(other),
  ];
};

/** What a JSON pointer into the record points at, as a person would say it. */
function placeOf(path: string, { goodsItems, equipment, parties }: OneDocument): string {
  const [, member, index] = path.split('/');
  const party = parties[Number(index)];
  if (member === 'equipment') return `集装箱 Container ${equipment[Number(index)]?.number ?? ''}`;
  if (member === 'goodsItems') return `货物 Goods ${goodsItems[Number(index)]?.sequence ?? ''}`;
  if (member === 'parties' && party) return inBoth(ROLES[party.role]);
  return member === 'totals' ? '合计 Totals' : '';
}
