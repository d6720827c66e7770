import { readCertificate, partyCodeIn } from './aeo-certificate.js';
import { isAeoCode } from './aeo-code.js';

describe('the shape of an AEO code', () => {
  it.each([
    ['AEOCN5001960001', 'CN'],
    ['AEOSG198801234D01', 'SG'],
    ['SG123456789012', 'SG'],
    ['ZA12345', 'ZA'],
    ['AEOKR1234567', 'KR'],
    ['DE12345678901234X', 'DE'],
    ['AEODE12345678901234X', 'DE'],
  ])('%s is one of %s', (code, country) => expect(isAeoCode(code, country)).toBe(true));

  it.each([
    ['AEOCN500196000', 'CN'],
    ['AEOCN50019600012', 'CN'],
    ['CN5001960001', 'CN'],
    ['AEOSG198801234D0', 'SG'],
    ['AEOSG198801234d01', 'SG'],
    ['AEOCN5001960001', 'KR'],
    ['DE123456789012345X', 'DE'],
    ['AEOKR', 'KR'],
    ['AEOCN5001960001', 'AE'],
  ])('%s is none of %s', (code, country) => expect(isAeoCode(code, country)).toBe(false));
});

describe('a certificate as customs sends it', () => {
  const body = { aeoCode: 'AEOCN5001960001', grade: 'advanced', country: 'CN', validFrom: '2025-07-01' };

  it('is taken with what it leaves out', () => {
    expect(readCertificate('0002187', body)).toEqual({
      partyCode: '0002187',
      ...body,
      validTo: null,
      mutualRecognition: [],
    });
  });

  it.each([
    ['a wrong code', { ...body, aeoCode: 'AEOCN1' }, 'CLEARANCE.AEO_CODE'],
    ['an end before the start', { ...body, validTo: '2025-06-30' }, 'CLEARANCE.AEO_PERIOD'],
    [
      'a recognition that ends before it starts',
      { ...body, mutualRecognition: [{ economy: 'SG', from: '2025-02-01', to: '2025-01-01' }] },
      'CLEARANCE.AEO_PERIOD',
    ],
    ['a day that does not exist', { ...body, validFrom: '2025-02-30' }, 'REQUEST.BODY'],
    ['a member nobody knows', { ...body, rank: 1 }, 'REQUEST.BODY'],
    ['no body', undefined, 'REQUEST.BODY'],
  ])('is refused with %s', (_what, wrong, code) => {
    expect(() => readCertificate('0002187', wrong)).toThrow(expect.objectContaining({ code, kind: 'invalid' }));
  });

  it('is refused with the rule of its code', () => {
    expect(() => readCertificate('SGLCMP', { ...body, aeoCode: 'AEOSG1', country: 'SG' })).toThrow(
      /SG and 12 letters or digits/,
    );
  });
});

describe('a party code in a path', () => {
  it.each(['0002187', 'FWD-YUXIN', '成都 1'])('%j can be one', (code) => expect(partyCodeIn(code)).toBe(code));

  it.each(['', ' A', 'A\u0000B', 'A'.repeat(65)])('%j cannot', (code) => {
    expect(() => partyCodeIn(code)).toThrow(expect.objectContaining({ code: 'CLEARANCE.PARTY_CODE', kind: 'invalid' }));
  });
});
