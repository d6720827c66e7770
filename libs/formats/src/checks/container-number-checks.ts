import { hasValidCheckDigit, isContainerNumber, type Finding } from '#domain';
import { warning } from '../findings.js';

/** What is wrong with a container number (normalised: without spaces, in capitals) that stands at `path`. A clerk takes it in all the same. */
export function checkContainerNumber(number: string, path: string): Finding[] {
  if (!isContainerNumber(number)) return [notIso6346(path)];
  return hasValidCheckDigit(number) ? [] : [wrongCheckDigit(path, fittingDigit(number))];
}

function fittingDigit(number: string): string | undefined {
  const withoutDigit = number.slice(0, -1);
  return [...'0123456789'].find((digit) => hasValidCheckDigit(withoutDigit + digit));
}

const wrongCheckDigit = (path: string, fitting: string | undefined): Finding =>
  warning({
    code: 'EQUIPMENT.CHECK_DIGIT',
    path,
    en: `The check digit does not fit the container number; ${fitting} would. Compare with the container; until then it joins no documents by itself.`,
    zh: `校验码与箱号不符；应为 ${fitting}。请核对箱体上的箱号；在此之前该箱号不会自动关联其他单证。`,
    rule: 'ISO 6346:2022 annex A',
  });

const notIso6346 = (path: string): Finding =>
  warning({
    code: 'EQUIPMENT.NUMBER_FORM',
    path,
    en: 'This is not a container number of ISO 6346 (three letters, U, J or Z, seven digits). If the container has such a number, give it.',
    zh: '不是 ISO 6346 箱号（三个字母、U/J/Z、七位数字）。如集装箱有此类箱号，请填写。',
    rule: 'ISO 6346:2022',
  });
