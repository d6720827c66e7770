import type { Finding } from '#domain';
import { checkTransport } from '../../edifact-transport/checks.js';
import { error } from '../../findings.js';
import type { IftmcsDocument } from './tree.types.js';

export function check(document: IftmcsDocument): Finding[] {
  const { kind, beginning } = document;
  return [...(kind === undefined ? [otherDocument(beginning.path(1, 1))] : []), ...checkTransport(document)];
}

const otherDocument = (path: string): Finding =>
  error({
    code: 'IFTMCS.DOCUMENT_TYPE',
    path,
    en: 'Bills of lading (704, 705, 706, 714), sea waybills (710), rail consignment notes (720) and multimodal transport documents (760, 765, 766) are taken in. Give one of these codes.',
    zh: '仅接受提单（704、705、706、714）、海运单（710）、铁路运单（720）和多式联运单证（760、765、766）。请填写其中一个代码。',
    rule: 'UN/EDIFACT 1001',
  });
