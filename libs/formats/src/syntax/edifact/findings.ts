import type { Finding } from '#domain';
import { FINDING_KINDS } from './finding-kinds.js';

export type FindingName = keyof typeof FINDING_KINDS;

const PREFIX = 'EDIFACT.';

/** Where findings go. */
export interface Noted {
  push(finding: Finding): unknown;
}

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
  const name = findingNameOf(code);
  return name ? FINDING_KINDS[name].syntaxError : '18';
}

/** Undefined for a code that is none of ours here. */
export function findingNameOf(code: string): FindingName | undefined {
  const name = code.startsWith(PREFIX) ? code.slice(PREFIX.length) : '';
  return Object.hasOwn(FINDING_KINDS, name) ? (name as FindingName) : undefined;
}
