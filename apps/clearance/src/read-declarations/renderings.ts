import { writeChinaDeclaration, writeWcoDeclaration } from '#formats';
import { tradeForm, whole, type Forms } from '#room';
import type { DeclarationView } from './declaration-view.js';

/** The forms in which a declaration is given out. Those of customs hold what is declared, and of what became of it customs' number alone. */
export const DECLARATION_FORMS: Forms<DeclarationView> = {
  renderings: [
    { format: 'json', mediaType: 'application/json', ending: 'json', render: (view) => whole(view) },
    tradeForm('wco-declaration', 'xml', ({ declaration, customsNumber }) =>
      writeWcoDeclaration(declaration, customsNumber),
    ),
    tradeForm('china-declaration', 'xml', ({ declaration, customsNumber }) =>
      writeChinaDeclaration(declaration, customsNumber),
    ),
  ],
  name: { en: 'A declaration', zh: '报关单' },
  refusals: { unknown: 'CLEARANCE.FORMAT_UNKNOWN', notWritable: 'CLEARANCE.NOT_WRITABLE' },
  path: ({ declarationId }) => `/v1/declarations/${declarationId}`,
  findingsPath: ({ declarationId }) => `/v1/declarations/${declarationId}/findings`,
  fileName: ({ declarationId }) => `declaration-${declarationId}`,
};
