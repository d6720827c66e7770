import type { Finding } from '#domain';

type Parts = Pick<Finding, 'code' | 'path' | 'rule'> & { readonly en: string; readonly zh: string };

/** What a careful clerk still takes in. */
export const warning = (parts: Parts): Finding => finding('warning', parts);

/** What a careful clerk sends back. */
export const error = (parts: Parts): Finding => finding('error', parts);

const finding = (severity: Finding['severity'], { code, path, rule, en, zh }: Parts): Finding => ({
  code,
  severity,
  path,
  message: { en, zh },
  ...(rule !== undefined && { rule }),
});
