import { clearance } from './clearance.room.js';

const answers = (path: string) => clearance.routes.some((route) => route.test(path));

describe('the clearance room', () => {
  it.each([
    '/v1/declarations',
    '/v1/declarations?status=lodged',
    '/v1/declarations/standing-instructions',
    '/v1/declarations/01a0/responses',
    '/v1/declarations/01a0/withdrawal',
    '/v1/mandates?oneDocument=01a0',
    '/v1/mandates/01a0/revocation',
    '/v1/parties/0002187/aeo',
  ])('answers %s', (path) => expect(answers(path)).toBe(true));

  it.each(['/v1/declarationsX', '/v1/parties/0002187', '/v1/parties/a/b/aeo', '/v1/documents'])(
    'leaves %s to others',
    (path) => expect(answers(path)).toBe(false),
  );
});
