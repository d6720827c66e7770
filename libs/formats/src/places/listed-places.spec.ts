import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { EDITION, listedPlaces, type ListedPlace } from './listed-places.js';

const rowsOf = <Row>(file: URL): Row[] => parse(readFileSync(file, 'utf8'), { columns: true });

const places = [...listedPlaces().values()];

describe('the list of places', () => {
  it('is read as any reader of CSV does', () => {
    expect(places).toEqual(rowsOf<ListedPlace>(new URL(`un-locode-${EDITION}.csv`, import.meta.url)));
  });

  it('has every code once, in order, and each with a name', () => {
    expect(places.map(({ code }) => code)).toEqual([...listedPlaces().keys()].sort());
    expect(places.filter(({ code, name }) => !/^[A-Z]{2}[A-Z2-9]{3}$/.test(code) || name === '')).toEqual([]);
  });
});

/** The source is not part of the repository: it is looked for in a folder `shared` beside it. */
const SOURCE = new URL('../../../../../shared/reference/codes/unlocode-subset.csv', import.meta.url);

interface SourceRow {
  readonly country: string;
  readonly location: string;
  readonly name: string;
  readonly status: string;
}

const atHand = existsSync(SOURCE);
if (!atHand) console.info(`The source of the places is not at ${SOURCE.pathname}: they are not compared with it.`);

(atHand ? it : it.skip)('every row of its countries is as in the source, and none is missing', () => {
  const countries = new Set(places.map(({ code }) => code.slice(0, 2)));
  const rows = rowsOf<SourceRow>(SOURCE).filter(({ country }) => countries.has(country));
  const listed = rows.map(({ country, location, status, name }) => ({ code: country + location, status, name }));
  expect(new Map(listed.map((place) => [place.code, place]))).toEqual(listedPlaces());
  expect(listed).toHaveLength(places.length);
});
