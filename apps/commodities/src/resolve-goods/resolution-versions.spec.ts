import { jsonMessage, topics } from '#contracts';
import type { ResolutionBody } from './resolution-body.js';
import { announced, nextVersion, partyFor, repeats, shown, type NewVersion } from './resolution-versions.js';

const body: ResolutionBody = {
  subject: { scheme: 'NAME', value: '油漆 (丙烯酸涂料)' },
  answer: { hsCode: '320820', railCode: { scheme: 'CN-RAIL', code: '1590000' } },
  reason: 'solvent based, by data sheet',
};
const forwarder = { party: '0002187', role: 'forwarder' } as const;
const made = { id: '0199d1a4-0000-7000-8000-000000000001', at: new Date('2026-11-04T04:00:00.123Z') };
const standing = (version: NewVersion) => ({ ...version, seq: '1' });

describe('versions of a resolution', () => {
  it("are the party's own, customs' are everybody's", () => {
    expect(partyFor(forwarder)).toBe('0002187');
    expect(partyFor({ party: 'CN-CUSTOMS-8001', role: 'customs' })).toBe('*');
  });

  it('begin at 1 and keep the id', () => {
    const first = nextVersion(null, forwarder, body, made);
    const second = nextVersion(
      standing(first),
      forwarder,
      { ...body, reason: 'mended' },
      { id: 'unused', at: made.at },
    );
    expect([first.id, first.version, second.id, second.version]).toEqual([made.id, 1, made.id, 2]);
  });

  it('are of one subject however it is written', () => {
    const other = { ...body, subject: { scheme: 'NAME', value: '油漆（丙烯酸涂料）' } } as const;
    expect(nextVersion(null, forwarder, other, made).subjectKey).toBe(
      nextVersion(null, forwarder, body, made).subjectKey,
    );
  });

  it('are not made for the same answer and reason, in whatever order the members stand', () => {
    const first = standing(nextVersion(null, forwarder, body, made));
    expect(
      repeats(first, { ...body, answer: { railCode: { code: '1590000', scheme: 'CN-RAIL' }, hsCode: '320820' } }),
    ).toBe(true);
    expect(repeats(first, { ...body, answer: { hsCode: '320890' } })).toBe(false);
    expect(repeats(first, { ...body, reason: 'other' })).toBe(false);
    expect(repeats(null, body)).toBe(false);
  });

  it('are shown with time and version, and announced as the event says', () => {
    const first = nextVersion(null, forwarder, body, made);
    expect(shown(first)).toEqual({
      ...body,
      id: made.id,
      version: 1,
      party: '0002187',
      resolvedBy: '0002187',
      resolvedAt: '2026-11-04T04:00:00.123Z',
    });
    const message = jsonMessage(topics.goodsResolved, first.id, announced(first));
    expect(JSON.parse(message.data.toString('utf8'))).toEqual({
      ...body,
      resolutionId: made.id,
      version: 1,
      party: '0002187',
      resolvedBy: '0002187',
      resolvedAt: '2026-11-04T04:00:00.123Z',
    });
  });
});
