import { layOut } from '../../edifact-transport/lay-out.js';
import type { Reading } from '../../format.js';
import type { EdifactSource } from '../../syntax/edifact.js';
import { DOCUMENT_KINDS } from './code-lists.js';
import type { IftminDocument } from './tree.types.js';

export const detect = ({ messageType }: EdifactSource): boolean => messageType === 'IFTMIN';

/** Findings are `EDIFACT.*`. */
export const decode = (source: EdifactSource): Reading<IftminDocument> => layOut(source, DOCUMENT_KINDS);
