import type { Finding } from '#domain';
import { checkTransport } from '../../edifact-transport/checks.js';
import { error } from '../../findings.js';
import type { IftminDocument } from './tree.types.js';

export function check(document: IftminDocument): Finding[] {
  const { kind, beginning } = document;
  return [...(kind === undefined ? [otherDocument(beginning.path(1, 1))] : []), ...checkTransport(document)];
}

const otherDocument = (path: string): Finding =>
  error({
    code: 'IFTMIN.DOCUMENT_TYPE',
    path,
    en: 'Shipping instructions (340) and forwarding instructions (610) are taken in. Give one of these codes; send a contract of carriage as IFTMCS.',
    zh: '仅接受托运指示（340）和货运代理指示（610）。请填写其中一个代码；运输合同单证请以 IFTMCS 发送。',
    rule: 'UN/EDIFACT 1001',
  });
