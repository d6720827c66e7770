import fc from 'fast-check';
import { readDocument } from '../../read-document.js';
import { describeFormat } from '../../testing/format-suite.js';
import { readXml, type XmlSource } from '../../syntax/xml.js';
import { agreesWithRailNumber } from './code-lists.js';
import { decode } from './codec.js';
import { chinaRailWaybill } from './index.js';
import { anyWaybill, write, type Node } from './testing/any-waybill.js';
import { toConsignment } from './to-consignment.js';
import type { RailWaybill } from './tree.types.js';

describeFormat(chinaRailWaybill, new URL('./', import.meta.url));

const sourceOf = (text: string): XmlSource => {
  const reading = readXml(text);
  if ('findings' in reading) throw new Error(reading.findings[0]?.code);
  return reading.source;
};

const treeOf = (node: Node): RailWaybill => {
  const { tree, findings } = decode(sourceOf(write(node)));
  expect(findings).toEqual([]);
  return tree as RailWaybill;
};

/** The texts of a tree in their order; places are not texts. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return Object.entries(value as object).flatMap(([key, member]) => (key === 'path' ? [] : textsIn(member)));
};

const textsOf = ({ text, children = [] }: Node): string[] => [
  ...(text === undefined ? [] : [text]),
  ...children.flatMap(textsOf),
];

const childrenOf = (node: Node | undefined, name: string): Node[] =>
  (node?.children ?? []).filter((child) => child.name === name);
const textAt = (node: Node | undefined, ...names: string[]): string | undefined =>
  names.reduce<Node | undefined>((at, name) => childrenOf(at, name)[0], node)?.text;

describe('any waybill', () => {
  it('is read text by text exactly as written', () => {
    fc.assert(
      fc.property(anyWaybill(), (waybill) => {
        expect(textsIn(treeOf(waybill))).toEqual(textsOf(waybill));
      }),
    );
  });

  it('becomes a consignment whose codes, numbers and names are the same, also as JSON', () => {
    fc.assert(
      fc.property(anyWaybill(), (waybill) => {
        const document = JSON.parse(JSON.stringify(toConsignment(treeOf(waybill)))) as ReturnType<typeof toConsignment>;
        expect(document.number).toBe(textAt(waybill, 'Document', 'WaybillNumber'));
        expect(document.version).toBe(textAt(waybill, 'Document', 'Version'));
        expect(document.legs[0]?.from.names[0]?.text).toBe(textAt(waybill, 'DispatchStation', 'Name'));
        expect(document.parties[0]?.names[0]?.text).toBe(textAt(waybill, 'Consignor', 'Name'));
        expect(document.containers.map(({ number }) => number)).toEqual(
          childrenOf(waybill, 'Container').map((container) => textAt(container, 'Number')),
        );
        childrenOf(waybill, 'GoodsItem').forEach((item, index) => {
          const line = document.goods[index];
          expect(line?.names[0]?.text).toBe(textAt(item, 'Name'));
          expect(line?.railCodes[0]?.code).toBe(textAt(item, 'RailCode'));
          expect(line?.hsCodes[0]).toBe(textAt(item, 'HsCode'));
          expect(line?.packages).toBe(textAt(item, 'Packages'));
          expect(line?.grossMassKg).toBe(textAt(item, 'CarrierMassKg') ?? textAt(item, 'ConsignorMassKg'));
          expect(line?.stowage.map(({ grossMassKg }) => grossMassKg)).toEqual(
            childrenOf(item, 'Split').map((split) => textAt(split, 'MassKg')),
          );
          expect(line?.dangerousGoods.map(({ unNumber }) => unNumber)).toEqual(
            childrenOf(item, 'DangerousGoods').map((substance) => textAt(substance, 'UnNumber')),
          );
        });
      }),
    );
  });

  it('is answered with findings that say what to do in both languages and never throw', () => {
    fc.assert(
      fc.property(anyWaybill(), (waybill) => {
        for (const { code, message, rule } of readDocument(Buffer.from(write(waybill)), [chinaRailWaybill]).findings) {
          expect(code).toMatch(/^[A-Z_]+\.[A-Z_]+$/);
          expect(message.en).toMatch(/^[A-Z].*\.$/);
          expect(message.zh).toMatch(/[一-鿿].*。$/);
          expect(rule).toBeDefined();
        }
      }),
    );
  });
});

describe('departure', () => {
  const legOf = (transport: string, acceptance = ''): unknown => {
    const text = minimal
      .replace('</IssueTime>', `</IssueTime>${acceptance}`)
      .replace('<GoodsItem>', `${transport}<GoodsItem>`);
    return readDocument(Buffer.from(text), [chinaRailWaybill]).document?.legs[0];
  };
  const acceptance = '<AcceptanceTime>2026-11-08T14:05:00+08:00</AcceptanceTime>';
  const planned = '<PlannedDepartureTime>2026-11-08T15:30:00+08:00</PlannedDepartureTime>';
  const actual = '<ActualDepartureTime>2026-11-08T15:40:00+08:00</ActualDepartureTime>';

  it('is the actual one, else the planned one, else the acceptance, else unknown', () => {
    expect(legOf(`<Transport>${planned}${actual}</Transport>`, acceptance)).toMatchObject({
      departsAt: '2026-11-08T15:40:00+08:00',
      departure: 'actual',
    });
    expect(legOf(`<Transport>${planned}</Transport>`, acceptance)).toMatchObject({
      departsAt: '2026-11-08T15:30:00+08:00',
      departure: 'planned',
    });
    expect(legOf('', acceptance)).toMatchObject({ departsAt: '2026-11-08T14:05:00+08:00', departure: 'planned' });
    expect(legOf('')).not.toHaveProperty('departsAt');
  });

  it('may be later than the planned arrival, and a day is not certainly before a time on it', () => {
    expect(legOf(`<Transport>${actual}<PlannedArrivalTime>2026-11-07</PlannedArrivalTime></Transport>`)).toBeDefined();
    expect(legOf(`<Transport>${actual}<ActualArrivalTime>2026-11-08</ActualArrivalTime></Transport>`)).toBeDefined();
    expect(legOf(`<Transport>${actual}<ActualArrivalTime>2026-11-06</ActualArrivalTime></Transport>`)).toBeUndefined();
  });
});

describe('reefers', () => {
  const read = (temperatures: string) => {
    const reefer = `<Container><Number>YDAU3001210</Number>${temperatures}</Container>`;
    const text = minimal.replace('<GoodsItem>', `${reefer}<GoodsItem>`);
    const { document, findings } = readDocument(Buffer.from(text), [chinaRailWaybill]);
    return { settings: document?.containers[0]?.reeferSettings, codes: findings.map(({ code }) => code) };
  };
  const [set, lowest, highest] = ['SetPoint', 'Minimum', 'Maximum'].map(
    (name) => (value: string) => `<${name}Celsius>${value}</${name}Celsius>`,
  ) as [(value: string) => string, (value: string) => string, (value: string) => string];
  const told = (temperatures: string) => read(temperatures).codes.filter((code) => code.includes('TEMPERATURE'));

  it('have their temperatures as written, in degrees Celsius', () => {
    expect(read(set('-18.0') + lowest('-20') + highest('-15')).settings).toEqual({
      setPoint: { value: '-18.0', unit: 'CEL' },
      minimum: { value: '-20', unit: 'CEL' },
      maximum: { value: '-15', unit: 'CEL' },
    });
    expect(read('').settings).toBeUndefined();
  });

  it('are set within their range', () => {
    expect(told(set('-18.0') + lowest('-18') + highest('-15'))).toEqual([]);
    expect(told(set('-18.01') + lowest('-18'))).toEqual(['CHINA_RAIL.TEMPERATURE_RANGE']);
    expect(told(lowest('8') + highest('2'))).toEqual(['CHINA_RAIL.TEMPERATURE_RANGE']);
  });
});

describe('China rail number', () => {
  it.each([
    ['3', '32198', true],
    ['3', '31001', true],
    ['2.1', '21001', true],
    ['2', '23003', true],
    ['1.4S', '14057', true],
    ['8', '83001', true],
    ['8', '32198', false],
    ['2.1', '22001', false],
    ['1', '32198', false],
    ['3', '99001', undefined],
  ])('class %s and number %s', (hazardClass, railNumber, agrees) => {
    expect(agreesWithRailNumber(hazardClass, railNumber)).toBe(agrees);
  });
});

describe('attacks', () => {
  const codesOf = (text: string): string[] =>
    readDocument(Buffer.from(text), [chinaRailWaybill]).findings.map(({ code }) => code);

  it('a nest of elements is refused', () => {
    expect(
      codesOf(minimal.replace('</Document>', `${'<X>'.repeat(100_000)}${'</X>'.repeat(100_000)}</Document>`)),
    ).toEqual(['XML.TOO_DEEP']);
  });

  it('a flood of wrong elements is answered with a bounded list, soon', () => {
    const start = process.cpuUsage();
    const codes = codesOf(minimal.replace('<GoodsItem>', `${'<Agent/>'.repeat(150_000)}<GoodsItem>`));
    expect(new Set(codes)).toEqual(new Set(['SCHEMA.REQUIRED']));
    expect(codes.length).toBeLessThanOrEqual(200);
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(10_000);
  });

  it('elements named like members of Object.prototype are unknown elements', () => {
    expect(codesOf(minimal.replace('</Document>', '<__proto__/><constructor/><toString/></Document>'))).toEqual(
      Array(3).fill('SCHEMA.UNKNOWN_FIELD'),
    );
  });
});

const minimal = write({
  name: 'RailWaybill',
  children: [
    {
      name: 'Document',
      children: [
        { name: 'WaybillNumber', text: 'CDQ2611080101' },
        { name: 'Version', text: '1' },
        { name: 'Function', text: 'original' },
        { name: 'IssueTime', text: '2026-11-08' },
      ],
    },
    ...['DispatchStation', 'ArrivalStation', 'Consignor', 'Consignee'].map((name) => ({
      name,
      children: [{ name: 'Name', text: '钦州' }],
    })),
    {
      name: 'GoodsItem',
      children: [
        { name: 'Name', text: '陶瓷餐具' },
        { name: 'ConsignorMassKg', text: '5125.5' },
      ],
    },
  ],
});
