import { checkAgainstDescription } from './live-contract.js';

const receipt = {
  documentId: '01a00000-0000-7000-8000-00000000000a',
  sha256: '3aa5a29391bc52a0e727b07948a646a43bdc6c3fa35b190bd42ef08e12fbbca9',
  receivedAt: '2026-11-04T05:00:00.000Z',
  status: 'received',
};
const notFound = {
  type: 'urn:yidan:problem:DOCUMENT.NOT_FOUND',
  title: 'Not Found',
  status: 404,
  code: 'DOCUMENT.NOT_FOUND',
  detail: 'There is no such document among those you sent.',
  instance: '/v1/documents/1',
};

describe('a response held against the description', () => {
  it.each([
    ['POST', '/v1/documents', 202, receipt],
    ['get', '/v1/documents?status=accepted&limit=1', 200, { items: [], nextCursor: null }],
    ['GET', '/v1/documents/1', 404, notFound],
    ['GET', '/v1/one-documents/1?format=pdf', 200, Buffer.from('%PDF-')],
    ['GET', '/v1/documents/1/original', 200, Buffer.from('<运单/>')],
    ['GET', '/v1/declarations/standing-instructions', 200, { party: 'FWD-YUXIN', instructions: [] }],
    ['GET', '/.well-known/jwks.json', 200, { keys: [] }],
  ])('%s %s %d fits', (method, path, status, body) => {
    expect(() => checkAgainstDescription(method, path, status, body)).not.toThrow();
  });

  it.each([
    ['DELETE', '/v1/documents/1', 204, undefined, 'DELETE /v1/documents/1 is not described.'],
    ['GET', '/v2/documents', 200, {}, 'GET /v2/documents is not described.'],
    ['POST', '/v1/documents', 200, receipt, 'POST /v1/documents answers 200, which is not described.'],
    [
      'POST',
      '/v1/documents',
      202,
      { ...receipt, status: 'stored' },
      '/status must be equal to one of the allowed values',
    ],
    [
      'POST',
      '/v1/documents',
      202,
      { ...receipt, size: 1 },
      'must NOT have additional properties {"additionalProperty":"size"}',
    ],
    [
      'GET',
      '/v1/documents/1',
      404,
      { ...notFound, code: 'DECLARATION.NOT_FOUND' },
      '/code must be equal to one of the allowed values',
    ],
    ['GET', '/v1/documents', 200, undefined, 'must be object'],
  ])('%s %s %d does not, and the error says why', (method, path, status, body, why) => {
    expect(() => checkAgainstDescription(method, path, status, body)).toThrow(why);
  });
});
