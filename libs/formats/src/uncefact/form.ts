import type { Finding } from '#domain';

/** One of the forms that D.23B gives a document, as far as findings speak of it. */
export interface Form {
  /** First part of its findings' codes: `SMGS`. */
  readonly code: string;
  /** As a rule names it: `SMGS consignment note`. */
  readonly name: string;
  /** Where the form has each part: `box 15`. */
  readonly places: Readonly<Partial<Record<FormPart, string>>>;
}

export type FormPart =
  'number' | 'places' | 'departure' | 'arrival' | 'goods' | 'packages' | 'grossMass' | 'equipment' | 'dangerousGoods';

/** What checks shared by the forms give their findings: no form's name. */
export const ANY_FORM = 'FORM';

/** The rule of a shared check: the part of the form it is about. */
export const ruleOf = (part: FormPart): string => `${ANY_FORM} ${part}`;

/** The findings of shared checks, in the words of one form: `FORM.NO_GOODS` becomes `SMGS.NO_GOODS`, its rule `SMGS consignment note, box 15`. */
export const inForm = (form: Form, findings: readonly Finding[]): Finding[] =>
  findings.map((finding) => ({
    ...finding,
    code: finding.code.replace(`${ANY_FORM}.`, `${form.code}.`),
    ...(finding.rule !== undefined && { rule: ruleIn(form, finding.rule) }),
  }));

function ruleIn({ name, places }: Form, rule: string): string {
  if (!rule.startsWith(`${ANY_FORM} `)) return rule;
  const place = places[rule.slice(ANY_FORM.length + 1) as FormPart];
  return place === undefined ? name : `${name}, ${place}`;
}
