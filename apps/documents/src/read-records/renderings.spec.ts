import { chooseRendering } from '#room';
import { RECORD_FORMS } from './renderings.js';

const chosen = (format?: string, accept?: string): string => chooseRendering(RECORD_FORMS, format, accept).format;
const SMGS = 'application/vnd.yidan.document+json; profile="urn:yidan:format:unece-smgs-d23b"';

describe('the form of a record', () => {
  it.each([
    [undefined, 'json'],
    ['', 'json'],
    ['*/*', 'json'],
    ['application/*', 'json'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'json'],
    ['application/pdf', 'pdf'],
    ['Application/PDF', 'pdf'],
    ['application/ld+json', 'json-ld'],
    [SMGS, 'unece-smgs-d23b'],
    [`application/json;q=0.5, ${SMGS.replace('smgs', 'bl')}`, 'unece-bl-d23b'],
    ['application/json;q=0.5, application/pdf', 'pdf'],
    ['application/json;q=0, */*', 'pdf'],
    ['application/pdf;q=0.3, application/*;q=0.8', 'json'],
    ['application/pdf;q=many, application/json;q=0.1', 'json'],
  ])('by Accept %s is %s', (accept, format) => expect(chosen(undefined, accept)).toBe(format));

  it('is what the query names, whatever the header says', () => {
    expect(chosen('pdf', 'application/json')).toBe('pdf');
    expect(chosen('json', 'application/pdf')).toBe('json');
  });

  it.each([
    ['docx', '*/*'],
    [undefined, 'text/html'],
    [undefined, 'application/pdf;q=0'],
    [undefined, SMGS.replace('smgs', 'none')],
  ])('%s with Accept %s is refused with the list', (format, accept) => {
    expect(() => chosen(format, accept)).toThrow(
      expect.objectContaining({
        code: 'ONE_DOCUMENT.FORMAT_UNKNOWN',
        kind: 'not-acceptable',
        details: {
          formats: RECORD_FORMS.renderings.map(({ format: name, mediaType }) => ({ format: name, mediaType })),
        },
      }),
    );
  });
});
