/** What is wrong with a document, as a value: never thrown, many at once. */
export interface Finding {
  /** Stable code `FORMAT.FACT`, for example `EQUIPMENT.CHECK_DIGIT`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** Place in the source: JSON pointer, XPath, or EDIFACT segment/element position. `''` is the whole document. */
  readonly path: string;
  readonly message: Bilingual;
  /** The rule it rests on, for example `ISO 6346:2022 §4.2`. */
  readonly rule?: string;
}

export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** A document with an error is rejected; one with warnings only is accepted. */
export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'error');
