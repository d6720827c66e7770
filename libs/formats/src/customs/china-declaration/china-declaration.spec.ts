import { readFileSync } from 'node:fs';
import type { Declaration, DeclaredDocument, DeclaredItem, DeclaredParty } from '#domain';
import { readXml, type XmlElement } from '../../syntax/xml.js';
import { writeChinaDeclaration } from './index.js';

const engines = JSON.parse(
  readFileSync(new URL('../../../../../schemas/declaration/v1/examples/export-rail-sea.json', import.meta.url), 'utf8'),
) as Declaration;
const TAGS = new URL('../../../../../../shared/reference/cn-customs/DecMessage-tags.txt', import.meta.url);

const written = (declaration: Declaration): string => writeChinaDeclaration(declaration).bytes?.toString() ?? '';
const told = (declaration: Declaration, code: string): string[] =>
  writeChinaDeclaration(declaration).findings.flatMap((finding) =>
    finding.code === `DECLARATION.${code}` ? [finding.path.replace('/DecMessage/', '')] : [],
  );
const valueOf = (declaration: Declaration, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)<`).exec(written(declaration))?.[1];
const withItem = (change: Partial<DeclaredItem>): Declaration => ({
  ...engines,
  goodsItems: engines.goodsItems.with(0, { ...(engines.goodsItems[0] as DeclaredItem), ...change }),
});
const withParty = (role: DeclaredParty['role'], change: Partial<DeclaredParty>): Declaration => ({
  ...engines,
  parties: engines.parties.map((party) => (party.role === role ? { ...party, ...change } : party)),
});
const byRail: Declaration = {
  ...engines,
  borderCrossing: {
    ...engines.borderCrossing,
    mode: 'rail',
    meansOfTransport: { train: '80123', wagons: ['5401234'] },
  },
};

/** The other way: sent from abroad, received in China. */
const imported: Declaration = {
  ...engines,
  type: 'import',
  parties: engines.parties.map((party) =>
    party.role === 'consignor'
      ? { ...party, role: 'consignee' as const }
      : party.role === 'consignee'
        ? { ...party, role: 'consignor' as const }
        : party,
  ),
};

describe("China's declaration", () => {
  it('of an export by sea', () => {
    expect(written(engines)).toBe(readFileSync(new URL('samples/engines.dec.xml', import.meta.url), 'utf8'));
  });

  it('leaves to the declarant what nobody has said, each by its place and in both languages', () => {
    const places = told(engines, 'TO_BE_COMPLETED');
    expect(places).toEqual(
      expect.arrayContaining([
        'DecHead/TradeMode',
        'DecHead/TransMode',
        'DecHead/IEPort',
        'DecHead/AgentCodeScc',
        'DecHead/NetWt',
        'DecLists/DecList/DeclTotal',
        'DecLists/DecList/GName',
        'DecLists/DecList/OriginCountry',
        'DecContainers/Container/ContainerMd',
        '/goodsItems/0/hsCode',
      ]),
    );
    expect(places.filter((place) => /GrossWet|TradeName|VoyNo|Overseas|GoodsPlace|IEDate|Dang/.test(place))).toEqual(
      [],
    );
    const { findings } = writeChinaDeclaration(engines);
    expect(findings.find(({ path }) => path.endsWith('/TradeMode'))).toMatchObject({
      severity: 'warning',
      message: { en: /^The supervision mode is for the declarant to complete/, zh: /^监管方式请由申报单位补填/ },
    });
  });

  it('has no prices, modes or taxes', () => {
    expect(written(engines)).not.toMatch(/Price|DeclTotal|TradeMode|CutMode|DutyMode|TradeCurr|Origin|Version/);
  });

  it('tells what has no place in it', () => {
    expect(told(engines, 'NOT_CARRIED')).toEqual(
      expect.arrayContaining(['/containers/0/seals', '/goodsItems/0/railName', '/transportDocuments/0', '/parties/2']),
    );
  });

  it('cuts nothing', () => {
    const [rail, bill] = engines.transportDocuments;
    const long = {
      ...engines,
      customsOffice: '80011',
      transportDocuments: [rail!, { ...bill!, number: 'B'.repeat(33) }],
    };
    expect(written(long)).not.toMatch(/BillNo|CustomMaster/);
    expect(told(long, 'DOES_NOT_FIT')).toEqual(['/transportDocuments/1/number', '/customsOffice']);
    expect(told(long, 'TO_BE_COMPLETED')).toEqual(expect.arrayContaining(['DecHead/BillNo', 'DecHead/CustomMaster']));
    const exact = (declared: string): Declaration => ({
      ...engines,
      totals: { ...engines.totals, grossMassKg: { declared, basis: 'record' } },
    });
    expect(valueOf(exact('12345678901234.12345'), 'GrossWet')).toBe('12345678901234.12345');
    expect(told(exact('1.123456'), 'DOES_NOT_FIT')).toEqual(['/totals/grossMassKg/declared']);
  });

  it('has the number of a house bill behind its master’s', () => {
    const [rail, bill] = engines.transportDocuments as [DeclaredDocument, DeclaredDocument];
    const house = { ...bill, number: 'YX-1', billLevel: 'house', masterBill: bill.number } as const;
    const declaredBy = (...bills: DeclaredDocument[]) => ({ ...engines, transportDocuments: [rail, ...bills] });
    const placed = (...members: string[]) => members.map((member) => `/transportDocuments/${member}`);
    for (const both of [declaredBy({ ...bill, billLevel: 'master' }, house), declaredBy(house)]) {
      expect(valueOf(both, 'BillNo')).toBe(`${bill.number}*YX-1`);
      expect(told(both, 'NOT_CARRIED')).not.toEqual(
        expect.arrayContaining(placed('1', '1/number', '2', '2/masterBill')),
      );
    }
    const { masterBill: _unknown, ...alone } = house;
    expect(valueOf(declaredBy(alone), 'BillNo')).toBeUndefined();
    expect(told(declaredBy(alone), 'TO_BE_COMPLETED')).toContain('DecHead/BillNo');
    expect(told(declaredBy({ ...house, masterBill: 'M'.repeat(30) }), 'DOES_NOT_FIT')).toEqual(placed('1/number'));
  });

  it("carries customs' number, which fits or is told", () => {
    const numbered = (customsNumber: string) => writeChinaDeclaration(engines, customsNumber);
    expect(String(numbered('800120260426000417').bytes)).toContain('<EntryId>800120260426000417</EntryId>');
    expect(numbered('8'.repeat(19)).findings[0]).toMatchObject({
      code: 'DECLARATION.DOES_NOT_FIT',
      path: '/customsNumber',
    });
  });

  it('names the goods as customs does, in Chinese or not', () => {
    expect(valueOf(withItem({ customsName: '摩托车用发动机' }), 'GName')).toBe('摩托车用发动机');
    expect(valueOf(engines, 'GName')).toBeUndefined();
    expect(valueOf(engines, 'DeclGoodsEname')).toBe('MOTORCYCLE ENGINES, 150 CC, NEW');
  });

  it('sums the net masses where each of the goods has one', () => {
    const one = withItem({ netMassKg: '9000.5' });
    expect(valueOf(one, 'NetWt')).toBeUndefined();
    const all = { ...one, goodsItems: one.goodsItems.with(1, { ...one.goodsItems[1]!, netMassKg: '6000.25' }) };
    expect(valueOf(all, 'NetWt')).toBe('15000.75');
    expect(told(all, 'NOT_CARRIED').filter((path) => path.includes('netMassKg'))).toEqual([]);
  });

  it('says of an import who sends it from abroad and who receives it', () => {
    expect(valueOf(imported, 'IEFlag')).toBe('I');
    expect(valueOf(imported, 'TradeName')).toBe('重庆山涧动力机械有限公司');
    expect(valueOf(imported, 'DomesticConsigneeEname')).toMatch(/^CHONGQING/);
    expect(valueOf(imported, 'OverseasConsignorCode')).toBe('AEOSG198801234D01');
    expect(valueOf(imported, 'OverseasConsignorAddr')).toBe('21 TUAS SOUTH STREET 3, SINGAPORE, 638033, SG');
    expect(told(imported, 'TO_BE_COMPLETED')).toEqual(expect.arrayContaining(['DecHead/IEDate', 'DecHead/GoodsPlace']));
  });

  it('has the codes of Chinese enterprises, and an AEO code only where it is recognised', () => {
    const codes = [
      { scheme: 'USCC', code: '91500000MA5U000000' },
      { scheme: 'CUSTOMS-CN', code: '5001230042' },
    ];
    const known = withParty('consignor', { codes });
    expect([valueOf(known, 'TradeCode'), valueOf(known, 'TradeCoScc')]).toEqual(['5001230042', '91500000MA5U000000']);
    const expired = withParty('consignee', { aeo: { aeoCode: 'AEOSG198801234D01', status: 'expired' } });
    expect(valueOf(expired, 'OverseasConsigneeCode')).toBeUndefined();
    expect(told(expired, 'NOT_CARRIED')).toContain('/parties/1/aeo');
  });

  it('does not take a party for one on the other side of the border, nor TO ORDER for anybody', () => {
    expect(valueOf(withParty('consignor', { address: { countryCode: 'KZ' } }), 'TradeName')).toBeUndefined();
    const toOrder = withParty('consignee', { names: [{ text: 'TO ORDER' }], toOrder: true });
    expect(valueOf(toOrder, 'OverseasConsigneeEname')).toBeUndefined();
    expect(told(toOrder, 'TO_BE_COMPLETED')).toContain('DecHead/OverseasConsigneeEname');
  });

  it('by rail names the wagon, and no voyage', () => {
    expect([valueOf(byRail, 'TrafMode'), valueOf(byRail, 'TrafName')]).toEqual(['3', '5401234']);
    expect(told(byRail, 'TO_BE_COMPLETED')).toContain('DecFreeTxt/VoyNo');
  });

  it('asks of dangerous goods what their number does not say, and of containers only where there are any', () => {
    const dangerous = withItem({ dangerousGoods: [{ unNumber: '1263', declared: {} }] });
    expect(valueOf(dangerous, 'Uncode')).toBe('1263');
    expect(told(dangerous, 'TO_BE_COMPLETED')).toContain('DecLists/DecList/DangPackType');
    const loose = { ...engines, containers: [] };
    expect(told(loose, 'TO_BE_COMPLETED').filter((place) => place.startsWith('DecContainers'))).toEqual([]);
  });

  it('is none of goods in transit, which have a form of their own', () => {
    expect(writeChinaDeclaration({ ...engines, type: 'transit' })).toEqual({
      findings: [
        expect.objectContaining({
          code: 'DECLARATION.HAS_OWN_FORM',
          severity: 'error',
          path: '/type',
          message: { en: expect.stringContaining('a form of their own'), zh: expect.stringContaining('专门的报关单') },
        }),
      ],
    });
  });

  it('has the elements that are known, in the order in which they were seen', () => {
    const tags = readTags();
    if (!tags) return console.warn('The list of elements is not present: nothing is held against it.');
    for (const declaration of [engines, imported, byRail, withItem({ customsName: '发动机' })]) {
      const reading = readXml(written(declaration));
      if ('findings' in reading) throw new Error('not XML');
      const { root } = reading.source;
      expect(root.namespace).toBe('http://www.chinaport.gov.cn/dec');
      expect(outOfOrder(root, tags)).toEqual([]);
    }
  });
});

interface Tag {
  readonly name: string;
  readonly inside: Tag[];
}

function readTags(): Tag | undefined {
  let text: string;
  try {
    text = readFileSync(TAGS, 'utf8');
  } catch {
    return undefined;
  }
  const path: Tag[] = [{ name: '', inside: [] }];
  for (const line of text.split('\n').filter((one) => /^ *\w+$/.test(one))) {
    const tag = { name: line.trim(), inside: [] };
    path.length = (line.length - line.trimStart().length) / 2 + 1;
    path.at(-1)?.inside.push(tag);
    path.push(tag);
  }
  return path[0]?.inside[0];
}

/** Places where an element is unknown or stands before its time. */
function outOfOrder({ path, children }: XmlElement, { inside }: Tag): string[] {
  const places = children.map(({ name }) => inside.findIndex((tag) => tag.name === name));
  const isInOrder = places.every((place, index) => place >= Math.max(0, ...places.slice(0, index)));
  return isInOrder ? children.flatMap((child, index) => outOfOrder(child, inside[places[index]!]!)) : [path];
}
