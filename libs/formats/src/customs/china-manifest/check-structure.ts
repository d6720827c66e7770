import type { Bilingual, Finding } from '#domain';
import { error } from '../../findings.js';
import type { XmlMembers } from '../../syntax/write-xml.js';
import type { ElementRule } from './structure.js';

type Member = XmlMembers[string];

/** Every place where the elements are not as the rules have them: lacking, too many, too long, of another form, out of order, unknown. */
export function checkStructure(members: XmlMembers, rules: readonly ElementRule[], path: string): Finding[] {
  return [
    ...checkOrder(members, rules, path),
    ...rules.flatMap((rule) => checkElement(instancesOf(members[rule.name]), rule, `${path}/${rule.name}`)),
  ];
}

const instancesOf = (member: Member): readonly (string | XmlMembers)[] => {
  if (member === undefined || (typeof member === 'string' && member.trim() === '')) return [];
  return Array.isArray(member) ? (member as readonly XmlMembers[]) : [member as string | XmlMembers];
};

function checkElement(found: readonly (string | XmlMembers)[], rule: ElementRule, path: string): Finding[] {
  if (found.length === 0) return rule.asks ? [lacking(path, rule.asks)] : [];
  const tooMany = found.length > rule.max ? [misplaced(path)] : [];
  const inside = found.flatMap((one, index) => checkOne(one, rule, found.length > 1 ? `${path}[${index + 1}]` : path));
  return [...tooMany, ...inside];
}

function checkOne(one: string | XmlMembers, { children, length, form }: ElementRule, path: string): Finding[] {
  if (children) return typeof one === 'string' ? [misplaced(path)] : checkStructure(one, children, path);
  const text = typeof one === 'string' ? one : one['#text'];
  if (typeof text !== 'string' || text === '') return [misplaced(path)];
  if (form && !form.test(text)) return [otherForm(path, text)];
  return length !== undefined && [...text].length > length ? [tooLong(path, length)] : [];
}

/** Attributes stand anywhere; elements as the rules order them. */
function checkOrder(members: XmlMembers, rules: readonly ElementRule[], path: string): Finding[] {
  const order = rules.map(({ name }) => name);
  const places = Object.keys(members)
    .filter((name) => !/^[@#]/.test(name) && members[name] !== undefined)
    .map((name) => order.indexOf(name));
  const isInOrder = places.every(
    (place, index) => place >= 0 && (index === 0 || place > (places[index - 1] as number)),
  );
  return isInOrder ? [] : [misplaced(path)];
}

export const lacking = (path: string, { en, zh }: Bilingual): Finding =>
  error({ code: 'MANIFEST.LACKING', path, en, zh });

const misplaced = (path: string): Finding =>
  error({
    code: 'MANIFEST.STRUCTURE',
    path,
    en: 'The elements here are not those of the message, or not in its order. Report this to the exchange.',
    zh: '此处元素与报文结构或顺序不符。请告知平台。',
  });

const otherForm = (path: string, text: string): Finding =>
  error({
    code: 'MANIFEST.FORM',
    path,
    en: `${text} does not have the form that customs takes here. Correct it at its source.`,
    zh: `“${text}”不符合海关要求的格式。请在来源处更正。`,
  });

const tooLong = (path: string, length: number): Finding =>
  error({
    code: 'MANIFEST.LENGTH',
    path,
    en: `Customs takes at most ${length} characters here. Shorten it at its source.`,
    zh: `海关在此处最多接受 ${length} 个字符。请在来源处缩短。`,
  });
