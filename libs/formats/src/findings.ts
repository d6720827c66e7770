import type { Finding } from '#domain';

type Parts = Pick<Finding, 'code' | 'path' | 'rule'> & { readonly en: string; readonly zh: string };

/** What a careful clerk still takes in. */
export const warning = (parts: Parts): Finding => finding('warning', parts);

/** What a careful clerk sends back. */
export const error = (parts: Parts): Finding => finding('error', parts);

/** What is wrong at a place that several events share is told once. */
export const onceForEach = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
];

const finding = (severity: Finding['severity'], { code, path, rule, en, zh }: Parts): Finding => ({
  code,
  severity,
  path,
  message: { en, zh },
  ...(rule !== undefined && { rule }),
});
