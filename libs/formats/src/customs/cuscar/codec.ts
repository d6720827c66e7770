import { hasErrors } from '#domain';
import type { Reading } from '../../format.js';
import type { EdifactSource } from '../../syntax/edifact.js';
import type { CuscarDocument } from './tree.types.js';

export const detect = ({ messageType }: EdifactSource): boolean => messageType === 'CUSCAR';

/** The message held against its directory, its bills laid out. Findings are `EDIFACT.*`. */
export function decode(source: EdifactSource): Reading<CuscarDocument> {
  const { message, findings } = source.read();
  const beginning = message?.segment('BGM');
  if (!message || !beginning || hasErrors(findings)) return { findings };
  const tree: CuscarDocument = {
    message,
    beginning,
    bills: message.groups('CNI').flatMap((consignment) => consignment.groups('RFF')),
    stages: message.groups('TDT'),
    equipment: message.groups('EQD'),
  };
  return { tree, findings };
}
