import type { Finding } from '#domain';

type Parts = Pick<Finding, 'code' | 'path' | 'rule'> & { readonly en: string; readonly zh: string };

/** What a careful clerk still takes in. */
export const warning = (parts: Parts): Finding => finding('warning', parts);

/** What a careful clerk sends back. */
export const error = (parts: Parts): Finding => finding('error', parts);

const finding = (severity: Finding['severity'], { code, path, rule = FORM_RULES, en, zh }: Parts): Finding => ({
  code,
  severity,
  path,
  message: { en, zh },
  rule,
});

const FORM_RULES = 'urn:yidan:china-rail-waybill:1, README, rules';
