import { readFileSync } from 'node:fs';
import { projectRoot } from '#contracts';
import { readWcoAnswer } from './read-wco-answer.js';

const sample = (name: string): string =>
  readFileSync(new URL(`libs/formats/src/customs/wco-response/samples/${name}.wco.xml`, projectRoot), 'utf8');
const read = (text: string) => readWcoAnswer(Buffer.from(text));

describe("customs' WCO response", () => {
  it('is the answer to the declaration whose number it gives', () => {
    expect(read(sample('accepted'))).toEqual({
      declarationId: '01a00000-0000-7000-8000-0000000000d1',
      answer: {
        response: 'accepted',
        channel: { code: 'DMSACC', text: { en: 'Declaration accepted', zh: '报关单已接受' } },
        at: '2026-11-12T11:00:00+08:00',
        reference: '800120260000417',
        customsNumber: '800120260426000417',
        statements: [],
        duties: [],
        findings: [],
      },
    });
  });

  it('gives the errors as reasons', () => {
    expect(read(sample('rejected')).answer).toMatchObject({
      response: 'rejected',
      reasons: [{ code: 'R12', text: '毛重与舱单不符' }, { code: 'R07' }],
    });
  });

  it('of a correction moves nothing', () => {
    const { answer } = read(sample('accepted').replace('>01<', '>07<'));
    expect(answer).not.toHaveProperty('response');
    expect(answer.channel).toMatchObject({ code: 'DMSRES' });
  });

  it('that is none is refused with findings', () => {
    expect(() => read('<Response/>')).toThrow(
      expect.objectContaining({
        code: 'CLEARANCE.RECEIPT_UNREADABLE',
        details: {
          findings: [
            expect.objectContaining({ code: 'WCO_RESPONSE.FUNCTION_CODE' }),
            expect.objectContaining({ code: 'WCO_RESPONSE.NO_DECLARATION' }),
          ],
        },
      }),
    );
  });

  it('is shown in the description of the API as it is', () => {
    const description = JSON.parse(readFileSync(new URL('schemas/api/openapi.json', projectRoot), 'utf8'));
    const { examples } = description.paths['/v1/declarations/responses'].post.requestBody.content['application/xml'];
    for (const name of ['accepted', 'rejected']) expect(examples[name].value).toBe(sample(name));
  });
});
