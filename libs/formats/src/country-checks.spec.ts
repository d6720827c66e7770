import { readFileSync } from 'node:fs';
import { checkCountry, checkUnLocode } from './country-checks.js';
import { readDocument } from './read-document.js';

const codesOf = (findings: readonly { readonly code: string }[]) => findings.map(({ code }) => code);

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
});

describe('a country', () => {
  it.each(['CN', 'HK', 'MO', 'TW', 'XK', 'SG', 'SS', 'CW', 'BQ', 'SX'])('%s there is', (country) => {
    expect(checkCountry(country, '/country')).toEqual([]);
  });

  it.each(['XX', 'SU', 'UK', 'EU', 'XZ', 'AA'])('%s there is not', (country) => {
    expect(codesOf(checkCountry(country, '/country'))).toEqual(['COUNTRY.UNKNOWN']);
  });
});

const sample = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** What is told of a valid sample in which a country's code was changed: every place of it, and that it is taken in all the same. */
const told = (path: string, written: RegExp, changed: string) => {
  const { findings, document, events } = readDocument(Buffer.from(sample(path).replace(written, changed)));
  expect(document ?? events).toBeDefined();
  return findings.filter(({ code }) => code === 'COUNTRY.UNKNOWN').map(({ path: place }) => place);
};

describe('a place in no country is told in', () => {
  it.each([
    [
      'rail/smgs-consignment-note/samples/valid/chongqing-qinzhou-engines.smgs.json',
      /\/arrivalEvent\/0\/occurrenceLogisticsLocation\/id\/0\/content$/,
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
    [
      'events/dcsa-track-and-trace/samples/valid/departure-and-release-3.0.dcsa.json',
      /\/eventLocation\/UNLocationCode$/,
    ],
    ['events/uncefact-status-report/samples/valid/by-rail-and-sea.status.json', /^\/specifiedConsignment\/0\//],
  ])('%s', (path, place) => {
    const places = told(path, /CNQZH/g, 'XXQZH');
    expect(places).not.toEqual([]);
    expect(places.filter((one) => !place.test(one))).toEqual([]);
  });
});

describe('a party in no country is told in', () => {
  it.each([
    ['customs/cuscar/samples/valid/qinzhou-singapore-engines.cuscar.edi', /\+SG'/g, "+XX'", /:NAD\/9$/],
    [
      'ocean/dcsa-transport-document/samples/valid/qinzhou-singapore-engines.dcsa.json',
      /"countryCode": "SG"/g,
      '"countryCode": "XX"',
      /\/countryCode$/,
    ],
    [
      '../../../schemas/china-rail-waybill/v1/samples/complete.xml',
      /<CountryCode>CN/g,
      '<CountryCode>XX',
      /\/Address\/CountryCode$/,
    ],
  ] as const)('%s', (path, written, changed, place) => {
    const places = told(path, written, changed);
    expect(places).not.toEqual([]);
    expect(places.filter((one) => !place.test(one))).toEqual([]);
  });
});
