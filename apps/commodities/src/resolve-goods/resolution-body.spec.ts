import { Refusal } from '#domain';
import { readResolutionBody } from './resolution-body.js';

const body = { subject: { scheme: 'ETSNG', value: '161005' }, answer: { hsCode: '270112' }, reason: 'by sample' };

const refusalOf = (sent: unknown): Refusal | undefined => {
  try {
    readResolutionBody(sent);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  return undefined;
};

describe('the body of a resolution', () => {
  it.each([
    body,
    { ...body, route: { from: 'CNCKG', to: 'SG' } },
    { ...body, subject: { scheme: 'NAME', value: '𠮷野杉 (锯材)' } },
  ])('is taken as it is', (sent) => {
    expect(readResolutionBody(sent)).toBe(sent);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'ETSNG'],
    ['another scheme', { ...body, subject: { scheme: 'TARIC', value: '1' } }],
    ['a blank name', { ...body, subject: { scheme: 'NAME', value: ' \u3000 ' } }],
    ['an empty answer', { ...body, answer: {} }],
    ['a number for a code', { ...body, answer: { hsCode: 270112 } }],
    ['no reason', { ...body, reason: '' }],
    ['a NUL', { ...body, reason: 'a\u0000b' }],
    ['half a character', { ...body, reason: 'a\ud842' }],
    ['half a route', { ...body, route: { from: 'CNCKG' } }],
    ['a route between names', { ...body, route: { from: 'Chongqing', to: 'SGSIN' } }],
    ['an unknown member', { ...body, party: '*' }],
  ])('is refused with its places when it is %s', (_what, sent) => {
    const refusal = refusalOf(sent);
    expect(refusal).toMatchObject({ code: 'REQUEST.BODY', kind: 'invalid' });
    expect(refusal?.details['errors']).not.toHaveLength(0);
  });
});
