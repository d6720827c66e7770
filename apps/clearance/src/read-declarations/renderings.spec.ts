import { readFileSync } from 'node:fs';
import { projectRoot } from '#contracts';
import type { Declaration } from '#domain';
import { chooseRendering } from '#room';
import type { DeclarationView } from './declaration-view.js';
import { DECLARATION_FORMS } from './renderings.js';

const read = (name: string): any => JSON.parse(readFileSync(new URL(`schemas/${name}`, projectRoot), 'utf8'));
const { paths, components } = read('api/openapi.json');
const view = { declaration: read('declaration/v1/examples/export-rail-sea.json') as Declaration } as DeclarationView;
const [json, ...ofCustoms] = DECLARATION_FORMS.renderings;

describe('the form of a declaration', () => {
  it('is JSON for whoever has no wish, with all that became of it', () => {
    expect(chooseRendering(DECLARATION_FORMS, undefined, '*/*')).toBe(json);
    expect(json.render(view, '')).toEqual({ body: view, findings: [] });
  });

  it.each(ofCustoms)('$format is written as the description of the API shows', async (rendering) => {
    const content = paths['/v1/declarations/{id}'].get.responses['200'].content['application/vnd.yidan.document+xml'];
    const { body } = await rendering.render(view, '');
    expect((body as Buffer).toString()).toBe(content.examples[rendering.format].value);
  });

  it('is one of those that the description lists', () => {
    const { enum: listed } = components.parameters.DeclarationFormat.schema;
    expect(DECLARATION_FORMS.renderings.map(({ format }) => format)).toEqual(listed);
    const { value } =
      components.responses.DeclarationFormatUnknown.content['application/problem+json'].examples[
        'CLEARANCE.FORMAT_UNKNOWN'
      ];
    expect(() => chooseRendering(DECLARATION_FORMS, 'pdf', undefined)).toThrow(
      expect.objectContaining({ code: value.code, kind: 'not-acceptable', details: { formats: value.formats } }),
    );
  });
});
