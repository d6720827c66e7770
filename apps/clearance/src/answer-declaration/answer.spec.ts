import {
  DECLARATION_STATUSES,
  judge,
  RESPONSES,
  type CustomsAnswer,
  type DeclarationStatus,
  type ResponseStatus,
  type Step,
} from './answer.js';

const step = (status: DeclarationStatus, more: Partial<Step> = {}): Step => ({
  status,
  by: 'CUSTOMS-8001',
  at: '2026-11-12T10:00:00+08:00',
  reasons: [],
  reference: null,
  ...more,
});

const reasons = [{ code: 'R12', text: '毛重与舱单不符' }];
const respond = (response: ResponseStatus): CustomsAnswer => ({
  response,
  ...(response === 'rejected' && { reasons }),
});

/** Written from the rule: lodged → accepted or rejected; accepted → inspection or released; inspection → released or rejected; each of them and released → cancelled. */
const LEGAL = new Set([
  'lodged accepted',
  'lodged rejected',
  'accepted inspection',
  'accepted released',
  'inspection released',
  'inspection rejected',
  'lodged cancelled',
  'accepted cancelled',
  'inspection cancelled',
  'released cancelled',
]);

describe('a response of customs', () => {
  const pairs = DECLARATION_STATUSES.flatMap((status) =>
    RESPONSES.filter((response) => response !== status).map((response) => [status, response] as const),
  );

  it.each(pairs)('to a declaration that is %s: %s', (status, response) => {
    const expected = LEGAL.has(`${status} ${response}`) ? 'step' : 'illegal';
    expect(judge([step(status)], respond(response)).kind).toBe(expected);
  });

  it('that may not follow is told what may', () => {
    expect(judge([step('lodged')], respond('released'))).toEqual({
      kind: 'illegal',
      status: 'lodged',
      allowed: ['accepted', 'rejected', 'cancelled'],
    });
    expect(judge([step('cancelled')], respond('accepted'))).toEqual({
      kind: 'illegal',
      status: 'cancelled',
      allowed: [],
    });
  });

  it('that rejects gives reasons', () => {
    expect(judge([step('lodged')], { response: 'rejected' })).toEqual({ kind: 'reasonsRequired' });
    expect(judge([step('lodged')], { response: 'rejected', reasons: [] })).toEqual({ kind: 'reasonsRequired' });
  });

  it('that says the same again is a repeat, with or without its time', () => {
    const steps = [step('lodged'), step('rejected', { reasons })];
    expect(judge(steps, respond('rejected'))).toEqual({ kind: 'repeat' });
    expect(judge(steps, { ...respond('rejected'), at: '2026-11-12T10:00:00+08:00' })).toEqual({ kind: 'repeat' });
    expect(judge(steps, { ...respond('rejected'), at: '2026-11-12T02:00:00.000Z' })).toEqual({ kind: 'repeat' });
    expect(judge(steps, { ...respond('rejected'), at: '2026-11-12T11:00:00+08:00' })).toEqual({
      kind: 'illegal',
      status: 'rejected',
      allowed: [],
      heldAt: '2026-11-12T10:00:00+08:00',
    });
    expect(judge(steps, { response: 'rejected', reasons: [{ code: 'R13', text: '毛重与舱单不符' }] }).kind).toBe(
      'illegal',
    );
  });

  it('with another statement, or other duties, is another response', () => {
    const statements = [{ code: 'A2', type: 'AFB' }];
    const steps = [step('lodged'), step('accepted', { reference: 'A1', statements })];
    expect(judge(steps, { response: 'accepted', reference: 'A1', statements })).toEqual({ kind: 'repeat' });
    expect(judge(steps, { response: 'accepted', reference: 'A1' }).kind).toBe('referenceReused');
    const duties = [{ type: 'A', payment: { amount: '6400.00', currency: 'CNY' } }];
    expect(judge(steps, { response: 'accepted', reference: 'A1', statements, duties }).kind).toBe('referenceReused');
  });

  it('is known again by its reference, also when other steps came after', () => {
    const steps = [step('lodged'), step('accepted', { reference: 'A1' }), step('released', { reference: 'A2' })];
    expect(judge(steps, { response: 'accepted', reference: 'A1' })).toEqual({ kind: 'repeat' });
    expect(judge(steps, { response: 'inspection', reference: 'A1' })).toEqual({
      kind: 'referenceReused',
      status: 'accepted',
    });
    expect(judge(steps, { response: 'released', reference: 'A3' }).kind).toBe('illegal');
    expect(judge(steps, { response: 'released' }).kind).toBe('illegal');
  });
});

describe("a receipt with customs' code", () => {
  const channel = (code: string) => ({ code, text: { en: `Says ${code}`, zh: `回执${code}` } });
  const receipt = (code: string, response?: ResponseStatus): CustomsAnswer => ({
    channel: channel(code),
    ...(response && { response }),
  });
  const lodged = step('lodged');
  const entered = step('lodged', { channel: channel('L') });
  const accepted = step('accepted', { channel: channel('J') });

  it('takes its step in the order that responses have', () => {
    expect(judge([lodged, entered], receipt('J', 'accepted'))).toEqual({ kind: 'step', status: 'accepted' });
    expect(judge([lodged, entered], receipt('P', 'released')).kind).toBe('illegal');
    expect(judge([lodged], receipt('E', 'rejected')).kind).toBe('reasonsRequired');
    expect(judge([lodged], { ...receipt('E', 'rejected'), reasons }).kind).toBe('step');
  });

  it('is kept where it moves nothing, or says what has been reached before', () => {
    expect(judge([lodged], receipt('L')).kind).toBe('receipt');
    expect(judge([lodged, accepted], receipt('G', 'accepted')).kind).toBe('receipt');
    expect(judge([lodged, accepted, step('released')], receipt('R')).kind).toBe('receipt');
    expect(judge([lodged, step('accepted')], receipt('J', 'accepted')).kind).toBe('receipt');
  });

  it('is a repeat when the same was told before, whatever came after', () => {
    const steps = [lodged, entered, accepted, step('accepted', { channel: channel('T'), reference: 'T1' })];
    expect(judge(steps, receipt('L'))).toEqual({ kind: 'repeat' });
    expect(judge(steps, receipt('J', 'accepted'))).toEqual({ kind: 'repeat' });
    expect(judge(steps, respond('accepted'))).toEqual({ kind: 'repeat' });
    expect(judge(steps, { ...receipt('L'), at: '2026-11-12T11:00:00+08:00' }).kind).toBe('receipt');
    expect(judge(steps, { ...receipt('T'), reference: 'T1' })).toEqual({ kind: 'repeat' });
    expect(judge(steps, { ...receipt('R'), reference: 'T1' })).toEqual({
      kind: 'referenceReused',
      status: 'accepted',
      channel: 'T',
    });
  });

  it('leaves the order of responses as it was', () => {
    const steps = [lodged, entered, accepted, step('accepted', { channel: channel('T') })];
    expect(judge(steps, respond('released'))).toEqual({ kind: 'step', status: 'released' });
    expect(judge([lodged, entered], respond('accepted'))).toEqual({ kind: 'step', status: 'accepted' });
  });
});
