import type { Finding } from '#domain';
import { FINDING_KINDS } from './finding-kinds.js';

export type FindingName = keyof typeof FINDING_KINDS;

const PREFIX = 'EDIFACT.';

/** A finding at a place; `detail` is what the message names. */
export function edifactFinding(name: FindingName, path: string, detail = '', rule?: string): Finding {
  const { severity, en, zh, rule: usual } = FINDING_KINDS[name];
  return {
    code: PREFIX + name,
    severity,
    path,
    message: { en: en.replace('{}', () => detail), zh: zh.replace('{}', () => detail) },
    rule: rule ?? usual,
  };
}

/** Whether it is about the notation or the directory; else it is about what the message says. */
export const isOfSyntax = ({ code }: Finding): boolean => code.startsWith(PREFIX);

/** CONTRL's code (0085) for a finding; what is no matter of syntax is 18, unspecified. */
export function syntaxErrorOf({ code }: Finding): string {
  const name = code.startsWith(PREFIX) ? code.slice(PREFIX.length) : '';
  return Object.hasOwn(FINDING_KINDS, name) ? FINDING_KINDS[name as FindingName].syntaxError : '18';
}
