import type { Finding } from '#domain';

/** What its sender is told of a document that failed here again and again, for no fault of its own, until an operator gave it up. */
export const givenUp = (reason: string): Finding => ({
  code: 'DOCUMENT.GIVEN_UP',
  severity: 'error',
  path: '',
  message: {
    en: `This system could not handle the document, and its operator gave it up: ${reason} Nothing of it was recorded. Ask the operator, then send it again.`,
    zh: `本系统未能处理此单证，运营方已放弃处理，理由：${reason} 单证内容未作任何登记。请与运营方联系后重新发送。`,
  },
});
