import { checkUnLocode } from './place-checks.js';
import { toldOf } from '../testing/told-of-sample.js';

const messageOf = (unLocode: string) => checkUnLocode(unLocode, '/place')[0]?.message;

describe('a UN/LOCODE', () => {
  it.each(['CNQZH', 'HKHKG', 'MOMFM', 'TWKHH', 'XKPRN', 'PSGZA', 'EHEAI', 'RELPT', 'XZABC'])(
    '%s is of a country or territory that there is',
    (unLocode) => {
      expect(checkUnLocode(unLocode, '/place')).toEqual([]);
    },
  );

  it.each(['XXQZH', 'SUMOW', 'YUBEG', 'CSPRG', 'DDBER', 'ANCUR', 'ZRMAT', 'UKLON', 'EUBRU', 'UNNYC', 'ZZZZZ'])(
    '%s is of none',
    (unLocode) => {
      expect(checkUnLocode(unLocode, '/place')).toMatchObject([
        { code: 'COUNTRY.UNKNOWN', severity: 'warning', path: '/place' },
      ]);
    },
  );

  it.each(['CNQZH', 'CNCQD', 'SGSIN', 'HKHKG', 'LAVTE', 'MOMFM'])('%s is on the list', (unLocode) => {
    expect(checkUnLocode(unLocode, '/place')).toEqual([]);
  });

  it.each(['CNQZX', 'SGXXX', 'HKHKX', 'LAVTX', 'MOMFX'])('%s is not', (unLocode) => {
    expect(checkUnLocode(unLocode, '/place')).toMatchObject([
      { code: 'PLACE.UNKNOWN', severity: 'warning', path: '/place' },
    ]);
  });

  it.each([
    ['CNQHZ', 'CNQZH (Qinzhou)'],
    ['CNCIQ', 'CNCQI (Chongqing)'],
  ])('with two letters in the other order names the right one first: %s', (unLocode, place) => {
    expect(messageOf(unLocode)?.en).toContain(`Codes like it: ${place}`);
  });

  it.each(['VNHPX', 'KZXXX', 'USXXX'])('%s is of a country that is not on the list, so nobody can say', (unLocode) => {
    expect(checkUnLocode(unLocode, '/place')).toEqual([]);
  });

  it('may be one that is to be removed: CNXNT, for which CNXNN stands today', () => {
    expect(checkUnLocode('CNXNT', '/place')).toEqual([]);
  });
});

describe('what is said of a place that is not on the list', () => {
  it('has the edition and the places that differ in one character', () => {
    expect(messageOf('SGSIM')).toEqual({
      en: 'SGSIM is not on UN/LOCODE 2023-2. Codes like it: SGSIN (Singapore), SGSEM (Sembawang Port). Correct it, or leave it if it is newer than that edition.',
      zh: 'UN/LOCODE 2023-2 版中没有 SGSIM。相近的代码：SGSIN（Singapore）、SGSEM（Sembawang Port）。请更正；如为该版之后新增的代码，可保留。',
    });
  });

  it('has three of them at most, of these the approved', () => {
    expect(messageOf('CNQZX')?.en).toContain('Codes like it: CNQZC (Chongwu), CNQZH (Qinzhou), CNQZL (Quanzhou). ');
  });

  it('has none that is to be removed', () => {
    expect(messageOf('CNXNW')?.en).not.toContain('CNXNT');
  });

  it('has none where none is like it', () => {
    expect(messageOf('MOZZZ')?.en).toBe(
      'MOZZZ is not on UN/LOCODE 2023-2. Correct it, or leave it if it is newer than that edition.',
    );
  });

  it('has names with a comma whole', () => {
    expect(messageOf('CNXA7')?.en).toContain("CNXAN (Xiang'an, Xiamen)");
  });
});

const FORMATS: [string, RegExp][] = [
  [
    'rail/smgs-consignment-note/samples/valid/chongqing-qinzhou-engines.smgs.json',
    /\/arrivalEvent\/0\/occurrenceLogisticsLocation\/id\/0\/content$/,
  ],
  [
    'rail/cim-smgs-consignment-note/samples/valid/duisburg-xian-pumps.cim-smgs.json',
    /\/(carrierAcceptance|occurrence)LogisticsLocation\/id\/0\/content$/,
  ],
  [
    'rail/wagon-list/samples/valid/chongqing-qinzhou-wagons.wagon-list.json',
    /^\/specifiedConsignment\/0\/deliveryEvent\/occurrenceLogisticsLocation\/id\/0\/content$/,
  ],
  ['rail/china-rail-waybill/samples/valid/chengdu-qinzhou-paint.waybill.xml', /ArrivalStation\/UnLocode$/],
  [
    'ocean/uncefact-bill-of-lading/samples/valid/qinzhou-singapore-engines-and-paint.bl.json',
    /\/loadingEvent\/occurrenceLogisticsLocation\/id\/0\/content$/,
  ],
  [
    'ocean/dcsa-transport-document/samples/valid/qinzhou-singapore-engines.dcsa.json',
    /^\/(transports\/portOfLoading|placeOfIssue)\/UNLocationCode$/,
  ],
  ['ocean/iftmcs/samples/valid/qinzhou-singapore-paint.iftmcs.edi', /^\d+:LOC\/2\/1$/],
  ['ocean/iftmin/samples/valid/qinzhou-singapore-shipping-instruction.iftmin.edi', /^\d+:LOC\/2\/1$/],
  ['customs/cuscar/samples/valid/cancelled-paint.cuscar.edi', /^\d+:LOC\/2\/1$/],
  ['events/codeco/samples/valid/gate-in-by-lorry-95b.codeco.edi', /^\d+:LOC\/2\/1$/],
  ['events/coarri/samples/valid/loaded-95b.coarri.edi', /^\d+:LOC\/2\/1$/],
  ['events/coprar/samples/valid/load-list-95b.coprar.edi', /^\d+:LOC\/2\/1$/],
  ['events/coreor/samples/valid/empty-release-95b.coreor.edi', /^\d+:LOC\/2\/1$/],
  ['events/iftsta/samples/valid/by-rail-and-sea-00b.iftsta.edi', /^\d+:LOC\/2\/1$/],
  ['events/dcsa-track-and-trace/samples/valid/retraction-3.0-beta.dcsa.json', /\/UNLocationCode$/],
  ['events/dcsa-track-and-trace/samples/valid/departure-and-release-3.0.dcsa.json', /\/eventLocation\/UNLocationCode$/],
  ['events/uncefact-status-report/samples/valid/by-rail-and-sea.status.json', /^\/specifiedConsignment\/0\//],
];

describe.each([
  ['in no country', 'XXQZH', 'COUNTRY.UNKNOWN'],
  ['that is not on the list', 'CNQZX', 'PLACE.UNKNOWN'],
])('a place %s is told in', (_, unLocode, code) => {
  it.each(FORMATS)('%s', (path, place) => {
    const places = toldOf(path, /CNQZH|DEDUI/g, unLocode, code);
    expect(places).not.toEqual([]);
    expect(places.filter((one) => !place.test(one))).toEqual([]);
  });
});
