import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';

/** The page at `/docs`. It holds no script of its own, so that the policy can forbid inline scripts. */
export const DOCS_PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Yidan 一单 API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css"></head>
<body><div id="api"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body>
</html>
`;

const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#api', deepLinking: true });\n`;

/** Everything from here and nothing from elsewhere. Swagger UI sets styles inline (swagger-ui issue 10655), and its style sheet's icons are data URLs. */
export const DOCS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export interface DocsAsset {
  readonly type: string;
  open(): Readable;
}

const { resolve } = createRequire(import.meta.url);

const CSS = 'text/css; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';

/** What the page loads, by the last part of its path. */
export const DOCS_ASSETS: ReadonlyMap<string, DocsAsset> = new Map([
  ['swagger-ui.css', { type: CSS, open: () => createReadStream(resolve('swagger-ui-dist/swagger-ui.css')) }],
  [
    'swagger-ui-bundle.js',
    { type: SCRIPT, open: () => createReadStream(resolve('swagger-ui-dist/swagger-ui-bundle.js')) },
  ],
  ['start.js', { type: SCRIPT, open: () => Readable.from([START]) }],
]);
