import type { Finding } from '#domain';
import * as findings from '../../findings.js';

type Parts = Parameters<typeof findings.warning>[0];

/** Findings rest on the form's own rules unless they name another. */
const FORM_RULES = 'urn:yidan:china-rail-waybill:1, README, rules';

export const warning = (parts: Parts): Finding => findings.warning({ rule: FORM_RULES, ...parts });

export const error = (parts: Parts): Finding => findings.error({ rule: FORM_RULES, ...parts });
