import type { Finding } from '#domain';
import { warning } from '../../findings.js';
import { withOne } from '../../mapping/with-one.js';
import type { Segment } from './segment.js';

const OUTER = 2;

/** C213 of GID behind the first: what is in the outer packages, and in that. The record has the outer ones only. */
export function checkInnerPackages(family: string, gid: Segment): readonly Finding[] {
  let findings = NONE;
  for (let element = OUTER + 1; element <= gid.elementCount; element += 1) {
    const said = [...gid.texts(element, 1, 2), ...gid.texts(element, 5, 5)].join(' ');
    if (said !== '') findings = withOne(findings, innerPackages(family, gid.path(element), said));
  }
  return findings;
}

const NONE: readonly Finding[] = [];

const innerPackages = (family: string, path: string, said: string): Finding =>
  warning({
    code: `${family}.INNER_PACKAGES`,
    path,
    en: `Inner packages (${said}) were not taken: the record has the outer packages, which stand first. If these are the outer ones, put them first.`,
    zh: `未采用内包装（${said}）：记录只列外包装，即首先填写的包装。如此处才是外包装，请填写在最前。`,
    rule: 'UN/EDIFACT GID',
  });
