import { hasErrors } from '#domain';
import type { Reading } from '../../format.js';
import type { EdifactSource } from '../../syntax/edifact.js';
import { goodsItemOf } from './goods-item.js';
import type { IftmcsDocument } from './tree.types.js';

export const detect = ({ messageType }: EdifactSource): boolean => messageType === 'IFTMCS';

/** The message held against its directory, its groups laid out by what they are about. Findings are `EDIFACT.*`. */
export function decode(source: EdifactSource): Reading<IftmcsDocument> {
  const { message, findings } = source.read();
  const beginning = message?.segment('BGM');
  if (!message || !beginning || hasErrors(findings)) return { findings };
  const tree: IftmcsDocument = {
    message,
    beginning,
    references: message.groups('RFF'),
    stages: message.groups('TDT'),
    parties: message.groups('NAD'),
    goodsItems: message.groups('GID').map(goodsItemOf),
    equipment: message.groups('EQD'),
  };
  return { tree, findings };
}
