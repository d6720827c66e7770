import type { Container, Finding } from '#domain';

const warning = (code: string, en: string, zh: string, path = ''): Finding => ({
  code,
  severity: 'warning',
  path,
  message: { en, zh },
});

export const nothingToCancel = warning(
  'DOCUMENT.NOTHING_TO_CANCEL',
  'No document of this number has come from you yet. If it comes, it will count as cancelled.',
  '尚未收到您发送的此编号单证。若之后收到，将视为已作废。',
);

export const outdatedVersion = warning(
  'DOCUMENT.OUTDATED_VERSION',
  'A higher version of this document is already here; that one stays current.',
  '本系统已有此单证的更高版本，仍以该版本为准。',
);

export const sameVersion = warning(
  'DOCUMENT.SAME_VERSION',
  'The same version of this document came before with other contents; the one received last is current.',
  '此前已收到同一版本号但内容不同的单证，以最后收到的为准。',
);

export const issuedAgain = warning(
  'DOCUMENT.ISSUED_AGAIN',
  'A document over the same goods was cancelled; this one goes on in its record. If they are declared already, nothing is declared a second time: ask customs to amend that declaration, or to cancel it (POST /v1/declarations/{id}/requests).',
  '载有同一批货物的另一份单证已作废，本单证在其记录中接续。该批货物已申报的，不会再次申报：请就原报关单向海关申请修改或撤销（POST /v1/declarations/{id}/requests）。',
);

export const maybeIssuedAgain = warning(
  'DOCUMENT.MAYBE_ISSUED_AGAIN',
  'A document over the same containers was cancelled; this one may be the same under another number. It waits and is not declared until a person says whether it is (PUT /v1/one-documents/{id}/join).',
  '载有同一集装箱的另一份单证已作废，本单证可能是其换号重签。在有人确认之前（PUT /v1/one-documents/{id}/join），本单证等待处理，不予申报。',
);

export const onAnotherDocument = ({ number, path }: Container): Finding =>
  warning(
    'CONTAINER.ON_ANOTHER_DOCUMENT',
    `The container ${number} is on another document of the same days as well. If that is over the same goods, cancel one of the two, or they are declared twice; if each is over a share of them, there is nothing to do.`,
    `集装箱 ${number} 同期还载于另一份单证。若所载为同一批货物，请撤销其中一份，以免重复申报；若各载其中一部分（拼箱），则无须处理。`,
    path,
  );
