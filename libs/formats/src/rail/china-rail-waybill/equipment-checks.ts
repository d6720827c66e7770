import type { Finding } from '#domain';
import { checkContainerNumber } from '../../checks/container-number-checks.js';
import { warning } from './findings.js';
import type { RailWaybill } from './tree.types.js';

/** Container numbers: their check digits, containers listed twice, and references to containers that are not listed. */
export function checkEquipment(waybill: RailWaybill): Finding[] {
  const listed = new Set(waybill.Container.map(({ Number }) => Number));
  return [
    ...unlisted(listed, waybill.Wagon),
    ...waybill.Container.flatMap(({ Number, path }) => checkContainerNumber(Number, `${path}/Number`)),
    ...repeats(waybill).map((path) => listedTwice(`${path}/Number`)),
    ...unlisted(
      listed,
      waybill.GoodsItem.flatMap(({ Split }) => Split),
    ),
  ];
}

interface ContainerUser {
  readonly ContainerNumber: string | readonly string[];
  readonly path: string;
}

function unlisted(listed: ReadonlySet<string>, users: readonly ContainerUser[]): Finding[] {
  return users.flatMap(({ ContainerNumber, path }) => {
    const numbers = [ContainerNumber].flat();
    const place = (index: number): string => `${path}/ContainerNumber${numbers.length > 1 ? `[${index + 1}]` : ''}`;
    return numbers.flatMap((number, index) => (listed.has(number) ? [] : [unlistedContainer(place(index))]));
  });
}

function repeats({ Container }: RailWaybill): string[] {
  const seen = new Set<string>();
  return Container.flatMap(({ Number, path }) => {
    const isRepeat = seen.has(Number);
    seen.add(Number);
    return isRepeat ? [path] : [];
  });
}

const listedTwice = (path: string): Finding =>
  warning({
    code: 'EQUIPMENT.REPEATED',
    path,
    en: 'This container is listed twice. List each container once.',
    zh: '该集装箱重复列出。每个集装箱只列一次。',
  });

const unlistedContainer = (path: string): Finding =>
  warning({
    code: 'CHINA_RAIL.UNLISTED_CONTAINER',
    path,
    en: 'No Container element of this waybill has this number. List the container or correct the number.',
    zh: '运单的集装箱栏没有此箱号。请补列该集装箱或改正箱号。',
  });
