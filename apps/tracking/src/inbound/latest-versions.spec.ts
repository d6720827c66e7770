import { topics } from '#contracts';
import { messageOf, record } from '../testing/record.js';
import { latestVersions, type ToldVersion } from './latest-versions.js';

const told = (id: string, version: number): ToldVersion => ({
  message: messageOf(topics.oneDocumentChanged, {}),
  event: { oneDocument: { ...record, id, version }, visibleTo: [] },
});

describe('latestVersions', () => {
  it('keeps the highest version of each record, in the order of their ids', () => {
    const latest = latestVersions([told('b', 1), told('a', 3), told('b', 2), told('a', 2)]);
    expect(latest.map(({ event: { oneDocument } }) => [oneDocument.id, oneDocument.version])).toEqual([
      ['a', 3],
      ['b', 2],
    ]);
  });
});
