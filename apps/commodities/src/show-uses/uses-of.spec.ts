import type { DeclarationStep, OneDocumentChanged } from '#contracts';
import type { Naming } from '#domain';
import { usesOfDeclaration, usesOfRecord } from './uses-of.js';

const settled = (id: string, version: number): Naming => ({
  source: 'resolution',
  certainty: 'exact',
  resolution: { id, version },
});
const stated: Naming = { source: 'document', certainty: 'stated' };
const goodsItems = [
  { sequence: 1, railNaming: stated, customsNaming: settled('r1', 2) },
  { sequence: 2, railNaming: settled('r1', 2), customsNaming: settled('r1', 2) },
  { sequence: 3, railNaming: settled('r2', 1), customsNaming: stated },
];

const change = (state: string) =>
  ({
    oneDocument: { id: 'd1', version: 4, changedAt: '2026-11-08T02:00:00Z', state, goodsItems },
    visibleTo: ['FWD-YUXIN'],
  }) as unknown as OneDocumentChanged;

describe('what rests on a resolution', () => {
  it('is a version of a record, once with all its items', () => {
    expect(usesOfRecord(change('open'))).toEqual([
      {
        resolutionId: 'r1',
        resolutionVersion: 2,
        sequences: [1, 2],
        oneDocumentId: 'd1',
        oneDocumentVersion: 4,
        declarationId: null,
        amendment: '',
        status: 'inForce',
        usedAt: '2026-11-08T02:00:00Z',
        visibleTo: ['FWD-YUXIN'],
      },
      expect.objectContaining({ resolutionId: 'r2', resolutionVersion: 1, sequences: [3] }),
    ]);
    expect(usesOfRecord(change('merged')).map(({ status }) => status)).toEqual(['past', 'past']);
  });

  it('is a lodged declaration', () => {
    const step = {
      declarationId: 'c1',
      oneDocumentId: 'd1',
      oneDocumentVersion: 4,
      declarant: 'FWD-YUXIN',
      at: '2026-11-09T02:00:00Z',
      declaration: { goodsItems },
    } as unknown as DeclarationStep;
    expect(usesOfDeclaration(step)).toMatchObject([
      { resolutionId: 'r1', declarationId: 'c1', amendment: '', status: 'lodged', visibleTo: ['FWD-YUXIN'] },
      { resolutionId: 'r2', declarationId: 'c1', sequences: [3] },
    ]);
  });
});
