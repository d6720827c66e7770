import { hasErrors } from '#domain';
import type { Reading } from '../../format.js';
import type { EdifactSource } from '../../syntax/edifact.js';
import type { Iftsta } from './tree.types.js';

export const detect = ({ messageType }: EdifactSource): boolean => messageType === 'IFTSTA';

/** The message held against its directory. Findings are `EDIFACT.*`. */
export function decode(source: EdifactSource): Reading<Iftsta> {
  const { message, findings } = source.read();
  const beginning = message?.segment('BGM');
  if (!message || !beginning || hasErrors(findings)) return { findings };
  const statuses = message
    .groups('CNI')
    .flatMap((consignment) => consignment.groups('STS').map((group) => ({ group, sts: group.opening, consignment })));
  return { tree: { message, beginning, statuses }, findings };
}
