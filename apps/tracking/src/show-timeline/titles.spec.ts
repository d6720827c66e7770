import { topics } from '#contracts';
import { legSteps } from '../take-steps/leg-steps.js';
import { messageOf, record } from '../testing/record.js';
import { titleOf } from './titles.js';

describe('titleOf', () => {
  it('names the place in the language, or by the code that everybody reads', () => {
    expect(legSteps(record, messageOf(topics.oneDocumentChanged, {})).map(titleOf)).toEqual([
      { en: 'Departure by rail: CNCQD', zh: '铁路发车:重庆东' },
      { en: 'Arrival by rail: CNQZH', zh: '铁路到达:钦州港东' },
      { en: 'Departure by sea: CNQZH', zh: '船舶离港:CNQZH' },
      { en: 'Arrival by sea: Singapore', zh: '船舶抵港:SGSIN' },
    ]);
  });

  it('takes the only name there is before a station code that few can read', () => {
    const details = { mode: 'rail', place: { stationCode: '720602', names: [{ text: 'Келес', language: 'ru' }] } };
    expect(titleOf({ kind: 'leg.arrival', details })).toEqual({ en: 'Arrival by rail: Келес', zh: '铁路到达:Келес' });
  });

  it("has the words of customs' receipt", () => {
    const channel = { code: 'K', text: { en: 'Released on guarantee without paper', zh: '通关无纸化担保放行' } };
    expect(titleOf({ kind: 'declaration.released', details: { channel } })).toEqual({
      en: 'Goods released by customs: Released on guarantee without paper',
      zh: '海关放行:通关无纸化担保放行',
    });
  });

  it("has customs' number of a declaration, behind the words of the receipt", () => {
    const customsNumber = '800120260426000417';
    const channel = { code: 'P', text: { en: 'Released by customs', zh: '海关已放行' } };
    expect(titleOf({ kind: 'declaration.released', details: { channel, customsNumber } })).toEqual({
      en: "Goods released by customs: Released by customs, customs' number 800120260426000417",
      zh: '海关放行:海关已放行, 海关编号 800120260426000417',
    });
    expect(titleOf({ kind: 'declaration.accepted', details: { customsNumber } })).toEqual({
      en: "Declaration accepted by customs: customs' number 800120260426000417",
      zh: '海关已接受申报:海关编号 800120260426000417',
    });
  });

  it('has both languages for what Yidan records', () => {
    expect(titleOf({ kind: 'declaration.released', details: {} })).toEqual({
      en: 'Goods released by customs',
      zh: '海关放行',
    });
  });
});
