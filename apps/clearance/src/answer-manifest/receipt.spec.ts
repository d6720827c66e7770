import type { ManifestReceipt } from '#formats';
import { judgeReceipt, MANIFEST_STATUSES, type ManifestStatus } from './receipt.js';

const receipt = (code: string, at?: string): ManifestReceipt => ({
  messageId: 'M1',
  messageType: 'MT2101',
  code,
  ...(at !== undefined && { at }),
});

describe('a manifest receipt', () => {
  const follows: Readonly<Record<ManifestStatus, readonly string[]>> = {
    sent: ['01', '02', '03'],
    manualReview: ['01', '03'],
    accepted: ['11', '12', '13'],
    released: ['12', '13'],
    loadingRefused: ['11'],
    unloadingForbidden: ['11'],
    rejected: [],
  };

  it.each(MANIFEST_STATUSES)('follows %s only where it can', (status) => {
    const codes = ['01', '02', '03', '11', '12', '13'];
    expect(codes.filter((code) => judgeReceipt(status, [], receipt(code)).kind === 'step')).toEqual(follows[status]);
  });

  it('says what may follow', () => {
    expect(judgeReceipt('manualReview', [], receipt('11'))).toEqual({
      kind: 'illegal',
      allowed: ['accepted', 'rejected'],
    });
  });

  it('is a repeat when customs said the same at the same time', () => {
    const at = '2026-11-10T10:15:00+08:00';
    const taken = [{ code: '11', text: null, sentAt: at }] as const;
    expect(judgeReceipt('loadingRefused', taken, receipt('11', at))).toEqual({ kind: 'repeat' });
    expect(judgeReceipt('loadingRefused', taken, receipt('11', '2026-11-11T10:15:00+08:00'))).toEqual({
      kind: 'step',
      status: 'released',
    });
  });
});
