import { buildCrosswalk } from '#crosswalk';
import { Refusal, type Finding } from '#domain';
import type { ResolutionBody } from './resolution-body.js';

const crosswalk = buildCrosswalk();

/** Refuses (422) what `checkResolution` finds wrong. */
export function refuseUnlessPossible(body: ResolutionBody): void {
  const findings = checkResolution(body);
  if (findings.length === 0) return;
  throw new Refusal(
    'COMMODITIES.RESOLUTION',
    'unprocessable',
    {
      en: 'The resolution was not kept. Mend what findings name.',
      zh: '归类答复未予保存。请更正 findings 中指出的问题。',
    },
    { findings },
  );
}

/** Digits a code of each scheme has; names have none. */
const DIGITS: Readonly<Record<string, { readonly shape: RegExp; readonly text: string }>> = {
  GNG: { shape: /^\d{8}$/, text: '8' },
  ETSNG: { shape: /^\d{6}$/, text: '6' },
  'CN-RAIL': { shape: /^\d{7}$/, text: '7' },
  HS: { shape: /^\d{6,10}$/, text: '6–10' },
};

/**
 * What a schema cannot say of a resolution: codes have their scheme's digits, and the HS code of the answer begins with a subheading of
 * HS 2022. The subject may be an HS code that HS 2022 does not have: that is a thing to settle.
 */
export const checkResolution = ({ subject, answer }: ResolutionBody): Finding[] => [
  ...checkDigits(subject.scheme, subject.value, '/subject/value'),
  ...(answer.railCode ? checkDigits(answer.railCode.scheme, answer.railCode.code, '/answer/railCode/code') : []),
  ...(answer.hsCode === undefined ? [] : checkHsCode(answer.hsCode)),
];

function checkHsCode(hsCode: string): Finding[] {
  const path = '/answer/hsCode';
  const malformed = checkDigits('HS', hsCode, path);
  if (malformed.length > 0 || crosswalk.isHsCode(hsCode.slice(0, 6))) return malformed;
  const subheading = hsCode.slice(0, 6);
  return [
    {
      code: 'RESOLUTION.HS_UNKNOWN',
      severity: 'error',
      path,
      message: {
        en: `HS 2022 has no subheading ${subheading}. Answer with a code whose first six digits are in HS 2022.`,
        zh: `HS 2022 中没有子目 ${subheading}。请填写前六位属于 HS 2022 的编码。`,
      },
      rule: 'WCO HS 2022',
    },
  ];
}

function checkDigits(scheme: string, code: string, path: string): Finding[] {
  const digits = DIGITS[scheme];
  if (digits === undefined || digits.shape.test(code)) return [];
  return [
    {
      code: 'RESOLUTION.CODE_DIGITS',
      severity: 'error',
      path,
      message: {
        en: `A code of the scheme ${scheme} has ${digits.text} digits and nothing else. Write it so.`,
        zh: `${scheme} 编码应为 ${digits.text} 位数字，不含其他字符，请更正。`,
      },
    },
  ];
}
