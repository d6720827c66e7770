import { layOut } from '../../edifact-transport/lay-out.js';
import type { Reading } from '../../format.js';
import type { EdifactSource } from '../../syntax/edifact.js';
import { DOCUMENT_KINDS } from './code-lists.js';
import type { IftmcsDocument } from './tree.types.js';

export const detect = ({ messageType }: EdifactSource): boolean => messageType === 'IFTMCS';

/** Findings are `EDIFACT.*`. */
export const decode = (source: EdifactSource): Reading<IftmcsDocument> => layOut(source, DOCUMENT_KINDS);
