import { checkIdentifiers } from './identifier-checks.js';

const long = 'X'.repeat(256);
const consignment = (parts: object) => ({
  exchangedDocument: { id: { content: 'CQ26110417' } },
  specifiedConsignment: [parts],
});
const placesOf = (tree: object) => checkIdentifiers(tree).map(({ path, code }) => `${path} ${code}`);

describe('numbers and codes', () => {
  it('are at most 255 characters', () => {
    expect(placesOf({ exchangedDocument: { id: { content: long } } })).toEqual([
      '/exchangedDocument/id/content SCHEMA.LENGTH',
    ]);
    expect(placesOf(consignment({ consignor: { id: [{ content: '0002187' }, { content: long }] } }))).toEqual([
      '/specifiedConsignment/0/consignor/id/1/content SCHEMA.LENGTH',
    ]);
    expect(placesOf(consignment({ carrierAssignedId: { content: long } }))).toHaveLength(1);
    expect(placesOf(consignment({ consignor: { id: [{ content: long.slice(1) }] } }))).toEqual([]);
  });

  it('are not the names of goods and parties, which may be long', () => {
    const names = { natureIdCargo: [{ id: [{ content: long }] }], consignor: { name: [{ content: long }] } };
    expect(placesOf(consignment(names))).toEqual([]);
  });
});
