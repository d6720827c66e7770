import { settingsText, type OneDocument, type RecordContainer } from '#domain';
import { cell, column, inBoth, quiet, type Cell, type Section } from '../section.js';
import type { SourceLabels } from '../source-labels.js';
import { MODES } from '../words.js';

export const containers = ({ equipment }: OneDocument, labels: SourceLabels): Section => ({
  heading: { zh: '集装箱', en: 'Containers' },
  columns: [
    column('箱号', 'Number', 3),
    column('箱型、冷藏设定', 'Size and type, reefer', 1.8),
    column('箱自重', 'Tare, kg', 1.8),
    column('总重', 'Gross mass, kg', 2.2),
    column('铅封', 'Seals', 4.5),
    column('来源', 'Sources', 1.7),
  ],
  rows: equipment.map((container) => [
    [...cell(container.number), ...quiet(container.checkDigitValid ? '' : '校验码不符 Check digit does not fit')],
    [...cell(container.sizeType), ...reefer(container)],
    cell(container.tareKg),
    cell(container.grossMassKg),
    seals(container),
    quiet(labels(container.sources)),
  ]),
});

export const wagons = ({ wagons: given }: OneDocument, labels: SourceLabels): Section => ({
  heading: { zh: '车辆', en: 'Wagons' },
  columns: [column('车号', 'Number', 3), column('所载集装箱', 'Containers on it', 10), column('来源', 'Sources', 2)],
  rows: given.map(({ number, containerNumbers, sources }) => [
    cell(number),
    cell(containerNumbers.join(' ')),
    quiet(labels(sources)),
  ]),
});

/** Once where both sides state the same, else what each of them states. */
function seals({ seals: all, sealsByMode: { rail, sea } }: RecordContainer): Cell {
  const differ = rail && sea && [...rail].sort().join() !== [...sea].sort().join();
  if (!differ) return cell(all.join(' '));
  return cell(`${inBoth(MODES.rail)} ${rail.join(' ')}`, `${inBoth(MODES.sea)} ${sea.join(' ')}`);
}

/** Once where both sides can be followed, else what each of them states. */
function reefer({ reeferSettings: { value, rail, sea } = {} }: RecordContainer): Cell {
  const isOff = [value, rail, sea].some((settings) => settings?.nonOperating);
  const stated = value
    ? cell(settingsText(value))
    : cell(rail && `${inBoth(MODES.rail)} ${settingsText(rail)}`, sea && `${inBoth(MODES.sea)} ${settingsText(sea)}`);
  return [...stated, ...quiet(isOff ? 'NOR：冷藏箱不运行 non-operating reefer' : '')];
}
