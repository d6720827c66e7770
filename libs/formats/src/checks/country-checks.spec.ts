import { checkCountry } from './country-checks.js';
import { toldOf } from '../testing/told-of-sample.js';

const codesOf = (findings: readonly { readonly code: string }[]) => findings.map(({ code }) => code);

describe('a country', () => {
  it.each(['CN', 'HK', 'MO', 'TW', 'XK', 'SG', 'SS', 'CW', 'BQ', 'SX'])('%s there is', (country) => {
    expect(checkCountry(country, '/country')).toEqual([]);
  });

  it.each(['XX', 'SU', 'UK', 'EU', 'XZ', 'AA'])('%s there is not', (country) => {
    expect(codesOf(checkCountry(country, '/country'))).toEqual(['COUNTRY.UNKNOWN']);
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
    const places = toldOf(path, written, changed, 'COUNTRY.UNKNOWN');
    expect(places).not.toEqual([]);
    expect(places.filter((one) => !place.test(one))).toEqual([]);
  });
});
