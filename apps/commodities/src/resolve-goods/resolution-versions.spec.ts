import { jsonMessage, topics } from '#contracts';
import type { ResolutionRow } from '../storage/resolution.entity.js';
import {
  announced,
  nextVersion,
  partyFor,
  repeats,
  shownTo,
  type Answer,
  type NewVersion,
} from './resolution-versions.js';

const said = {
  subject: { scheme: 'NAME', value: '油漆 (丙烯酸涂料)' },
  answer: { hsCode: '320820', railCode: { scheme: 'CN-RAIL', code: '1590000' } },
  reason: 'solvent based, by data sheet',
} as const;
const body: Answer = { ...said, how: 'settled' };
const forwarder = { party: '0002187', role: 'forwarder' } as const;
const made = {
  id: '0199d1a4-0000-7000-8000-000000000001',
  at: new Date('2026-11-04T04:00:00.123Z'),
  state: 'standing',
} as const;
const seen = {
  oneDocumentId: '01a00000-0000-7000-8000-000000000001',
  oneDocumentVersion: 2,
  sequence: 1,
  decisions: { customs: 'ambiguous' },
  candidates: [{ hsCode: '320820', evidence: 'by name' }],
  tables: ['HS 2022'],
} as const;
const standing = (version: NewVersion): ResolutionRow => ({ ...version, seq: '1' });

describe('versions of a resolution', () => {
  it("are the party's own, customs' are everybody's", () => {
    expect(partyFor(forwarder)).toBe('0002187');
    expect(partyFor({ party: 'CN-CUSTOMS-8001', role: 'customs' })).toBe('*');
  });

  it('begin at 1 and keep the id', () => {
    const first = nextVersion(null, forwarder, body, made);
    const second = nextVersion(standing(first), forwarder, { ...body, reason: 'mended' }, { ...made, id: 'unused' });
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
    const resolved = {
      ...said,
      version: 1,
      party: '0002187',
      resolvedBy: '0002187',
      resolvedAt: '2026-11-04T04:00:00.123Z',
    };
    expect(shownTo(forwarder, first)).toEqual({ ...resolved, id: made.id, how: 'settled', state: 'standing' });
    expect(JSON.parse(eventOf(first))).toEqual({ ...resolved, resolutionId: made.id });
  });

  it('say the route that they are for, where they are for one', () => {
    const route = { from: 'CNCKG', to: 'SGSIN' };
    const first = nextVersion(null, forwarder, { ...body, route }, made);
    expect(first).toMatchObject({ routeKey: 'CNCKG SGSIN', route });
    expect(nextVersion(null, forwarder, body, made)).toMatchObject({ routeKey: '', route: null });
    expect(shownTo(forwarder, first)).toMatchObject({ route });
    expect(JSON.parse(eventOf(first))).toMatchObject({ route });
  });

  it('are announced as revoked when they are', () => {
    const revoked = nextVersion(null, forwarder, { ...body, how: 'revoked' }, { ...made, state: 'revoked' });
    expect(JSON.parse(eventOf(revoked))).toMatchObject({ version: 1, revoked: true });
  });

  it('are announced with the record on whose goods they were given, of all that was seen', () => {
    const chosen = nextVersion(null, forwarder, { ...body, how: 'chosen', seen }, made);
    expect(JSON.parse(eventOf(chosen))).toEqual({
      ...said,
      resolutionId: made.id,
      version: 1,
      party: '0002187',
      resolvedBy: '0002187',
      resolvedAt: '2026-11-04T04:00:00.123Z',
      oneDocumentId: seen.oneDocumentId,
    });
  });

  it('show who it was and what they saw to their own party and to customs', () => {
    const customs = { party: 'CUSTOMS-7200', role: 'customs', person: 'chen.yu' } as const;
    const everybodys = nextVersion(null, customs, { ...body, seen }, made);
    expect(shownTo({ ...customs, person: 'other' }, everybodys)).toMatchObject({ person: 'chen.yu', seen });
    expect(Object.keys(shownTo(forwarder, everybodys))).not.toEqual(expect.arrayContaining(['person']));
    const own = nextVersion(null, { ...forwarder, person: 'zhao.min' }, { ...body, seen }, made);
    expect(shownTo(forwarder, own)).toMatchObject({ person: 'zhao.min', seen });
    expect(shownTo(customs, own)).toMatchObject({ person: 'zhao.min', seen });
  });
});

const eventOf = (version: NewVersion): string =>
  jsonMessage(topics.goodsResolved, version.id, announced(version)).data.toString('utf8');
