import { aeoOf, chinaDay, entryFor, statusOf, type AeoEntry } from './aeo-status.js';
import { loadArrangements } from './mutual-recognition.js';

const arrangements = loadArrangements();
const day = '2026-11-12';

const singapore: AeoEntry = {
  partyCode: 'SGLCMP',
  aeoCode: 'AEOSG198801234D01',
  grade: 'STP-Plus',
  country: 'SG',
  validFrom: '2025-07-01',
  validTo: '2028-06-30',
  mutualRecognition: [],
};
const chongqing: AeoEntry = {
  ...singapore,
  partyCode: '0002187',
  aeoCode: 'AEOCN5001960001',
  grade: 'advanced',
  country: 'CN',
  validTo: null,
};
const kazakhstan: AeoEntry = { ...singapore, partyCode: 'KZ1', aeoCode: 'AEOKZ123', country: 'KZ' };

const status = (entry: AeoEntry, on = day) => statusOf(entry, { day: on, arrangements });

describe('the status of a certificate', () => {
  it('is certified within its period, both days included', () => {
    expect(status(chongqing)).toBe('certified');
    expect(status(singapore, '2025-07-01')).toBe('certified');
    expect(status(singapore, '2028-06-30')).toBe('certified');
  });

  it('is neither before nor after it', () => {
    expect(status(singapore, '2025-06-30')).toBe('notYetValid');
    expect(status(singapore, '2028-07-01')).toBe('expired');
  });

  it('needs recognition by China when foreign', () => {
    expect(status(kazakhstan)).toBe('notRecognised');
    expect(status({ ...kazakhstan, mutualRecognition: [{ economy: 'CN', from: '2026-01-01' }] })).toBe('certified');
    expect(
      status({ ...kazakhstan, mutualRecognition: [{ economy: 'KZ', from: '2026-01-01', to: '2026-11-11' }] }),
    ).toBe('notRecognised');
  });

  it('follows a period given with the certificate before the general table', () => {
    expect(status({ ...singapore, mutualRecognition: [{ economy: 'SG', from: '2024-01-01', to: '2026-01-31' }] })).toBe(
      'notRecognised',
    );
    expect(status({ ...singapore, mutualRecognition: [{ economy: 'JP', from: '2024-01-01', to: '2026-01-31' }] })).toBe(
      'certified',
    );
  });

  it('knows the members of the European Union, and nothing before its arrangement', () => {
    const polish = { ...singapore, aeoCode: 'PL5260250995', country: 'PL', validFrom: '2015-01-01' };
    expect(status(polish)).toBe('certified');
    expect(status({ ...polish, mutualRecognition: [{ economy: 'EU', from: '2020-01-01', to: '2025-12-31' }] })).toBe(
      'notRecognised',
    );
    expect(status(polish, '2015-10-31')).toBe('notRecognised');
  });
});

describe('the entry that speaks for a day', () => {
  const renewal = { ...chongqing, validFrom: '2027-01-01' };
  const withdrawn = { ...chongqing, validTo: '2026-10-01' };

  it('is the one with the latest start', () => {
    expect(entryFor(day, [renewal, chongqing])).toBe(chongqing);
    expect(entryFor('2027-01-01', [renewal, chongqing])).toBe(renewal);
  });

  it('is the last recorded of two with the same start, so that a certificate can be withdrawn', () => {
    expect(entryFor(day, [chongqing, withdrawn])).toBe(withdrawn);
    expect(status(withdrawn)).toBe('expired');
  });

  it('is the first to come when none has begun', () => {
    expect(entryFor('2025-01-01', [renewal, chongqing])).toBe(chongqing);
    expect(entryFor(day, [])).toBeUndefined();
  });
});

describe('the AEO of a party', () => {
  const knowledge = { register: [singapore, chongqing], arrangements, day };
  const party = (code: string) => ({ scheme: 'PARTY', code });
  const stated = (code: string) => ({ scheme: 'AEO', code });

  it('is looked up by its party code, leading zeros included', () => {
    expect(aeoOf([party('0002187')], knowledge)).toEqual({
      aeoCode: 'AEOCN5001960001',
      status: 'certified',
      grade: 'advanced',
      country: 'CN',
      validFrom: '2025-07-01',
    });
    expect(aeoOf([party('2187')], knowledge)).toBeUndefined();
  });

  it('is empty for a party that has none', () => {
    expect(aeoOf([], knowledge)).toBeUndefined();
    expect(aeoOf([{ scheme: 'USCC', code: '91500000MA5U00000X' }], knowledge)).toBeUndefined();
  });

  it('is looked up by the code that a document states', () => {
    expect(aeoOf([stated('AEOSG198801234D01')], knowledge)).toMatchObject({
      status: 'certified',
      grade: 'STP-Plus',
      validTo: '2028-06-30',
    });
    expect(aeoOf([stated('AEOSG000000000000')], knowledge)).toEqual({
      aeoCode: 'AEOSG000000000000',
      status: 'unknown',
    });
  });

  it('is the same code with AEO in front and without', () => {
    const german = { ...singapore, partyCode: 'DEFRM', aeoCode: 'DE123456789012345', grade: 'AEOF', country: 'DE' };
    const knowing = { ...knowledge, register: [...knowledge.register, german] };
    expect(aeoOf([stated('AEODE123456789012345')], knowing)).toMatchObject({ status: 'certified', country: 'DE' });
    expect(aeoOf([stated('SG198801234D01')], knowing)).toMatchObject({ status: 'certified', country: 'SG' });
    expect(aeoOf([party('DEFRM'), stated('AEODE123456789012345')], knowing)).not.toHaveProperty('registeredAeoCode');
  });

  it("is unknown when the document states another party's code", () => {
    expect(aeoOf([party('0002187'), stated('AEOSG198801234D01')], knowledge)).toEqual({
      aeoCode: 'AEOSG198801234D01',
      status: 'unknown',
      registeredAeoCode: 'AEOCN5001960001',
    });
    expect(aeoOf([party('FWD-YUXIN'), stated('AEOSG198801234D01')], knowledge)).toEqual({
      aeoCode: 'AEOSG198801234D01',
      status: 'unknown',
    });
  });
});

it("counts days by China's calendar", () => {
  expect(chinaDay(new Date('2026-11-11T15:59:59Z'))).toBe('2026-11-11');
  expect(chinaDay(new Date('2026-11-11T16:00:00Z'))).toBe('2026-11-12');
});
