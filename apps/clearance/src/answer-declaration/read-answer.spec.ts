import { readAnswer } from './read-answer.js';

const refused = (code: string, kind: string) => expect.objectContaining({ code, kind });

describe("customs' answer as it comes", () => {
  it.each([
    ['J', 'accepted', '通关无纸化审结'],
    ['P', 'released', '海关已放行'],
    ['K', 'released', '通关无纸化担保放行'],
    ['C', 'inspection', '查验通知'],
    ['E', 'rejected', '海关退单/不受理'],
    ['SpJ', 'accepted', '概要申报海关审结'],
    ['SpK', 'released', '提货放行(概要申报)'],
    ['SpC', 'inspection', '查验通知(概要申报)'],
    ['SpE', 'rejected', '概要申报海关退单'],
  ])('%s is %s, in the words of customs', (channel, response, zh) => {
    expect(readAnswer({ channel })).toEqual({
      response,
      channel: { code: channel, text: { zh, en: expect.any(String) } },
    });
  });

  it.each(['L', 'R', 'T', '7', 'X', 'SpL', 'Sp1', 'A', 'Z'])('%s moves nothing by itself', (channel) => {
    expect(readAnswer({ channel })).not.toHaveProperty('response');
  });

  it('may say both, and the response counts where the code alone is not sure', () => {
    expect(readAnswer({ channel: 'P', response: 'released' })).toMatchObject({ response: 'released' });
    expect(readAnswer({ channel: 'Z', response: 'rejected' })).toMatchObject({ response: 'rejected' });
    expect(readAnswer({ channel: 'B', response: 'inspection' })).toMatchObject({ response: 'inspection' });
    expect(() => readAnswer({ channel: 'P', response: 'rejected' })).toThrow(
      refused('CLEARANCE.CHANNEL_DISAGREES', 'unprocessable'),
    );
  });

  it('is a response as before without a code', () => {
    expect(readAnswer({ response: 'accepted', reference: 'A1' })).toEqual({ response: 'accepted', reference: 'A1' });
  });

  it.each(['p', 'sp1', 'Q', '01'])('is refused with the list where %s is no code', (channel) => {
    expect(() => readAnswer({ channel })).toThrow(
      expect.objectContaining({
        code: 'CLEARANCE.CHANNEL_UNKNOWN',
        details: {
          channels: expect.arrayContaining([{ code: 'P', text: { en: 'Released by customs', zh: '海关已放行' } }]),
        },
      }),
    );
  });

  it.each([{}, { channel: '' }, { channel: 'P', step: 1 }, { response: 'lodged' }])('%j has not the form', (body) => {
    expect(() => readAnswer(body)).toThrow(refused('REQUEST.BODY', 'invalid'));
  });
});
