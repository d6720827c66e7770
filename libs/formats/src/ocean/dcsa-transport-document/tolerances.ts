import { isContainerNumber, isRealTime, normaliseContainerNumber, type Finding } from '#domain';

/** A fault against the letter of EBL 3.0.4 that a careful clerk lives with. */
interface Tolerance {
  readonly codes: readonly string[];
  /** Matches the JSON pointer with `*` for every index. */
  readonly place: RegExp;
  /** What the value has to be; anything, when absent. */
  readonly allows?: (value: unknown) => boolean;
}

const MISSING = ['SCHEMA.REQUIRED', 'SCHEMA.LENGTH', 'SCHEMA.FORM'];

/** Every code but SCHEMA.DATE: a date that does not exist is never let through. */
const ANYTHING = ['REQUIRED', 'TYPE', 'CODE', 'PATTERN', 'LENGTH', 'RANGE', 'FORM'].map((fact) => `SCHEMA.${fact}`);

const TOLERANCES: readonly Tolerance[] = [
  // Terms, money and wording: nothing of it goes into the record.
  {
    codes: ANYTHING,
    place:
      /^\/(termsAndConditions|invoicePayableAt|placeOfIssue|charges|feedbacks|carrierClauses|partyContactDetails|declaredValue|declaredValueCurrency|freightPaymentTermCode|isElectronic|isShippedOnBoardType|receiptTypeAtOrigin|deliveryTypeAtDestination|cargoMovementTypeAtOrigin|cargoMovementTypeAtDestination|numberOf\w+|displayed\w+)(\/|$)/,
  },
  // Likewise inside the parts that are read.
  {
    codes: ANYTHING,
    place:
      /\/(activeReeferSettings\/(o2Setpoint|co2Setpoint|is\w+)|geoCoordinate|facility|innerPackagings|emergencyContactDetails|netExplosiveContent|eblPlatform|typeOfPerson|woodDeclaration|isShipperOwned|source|role|universalExportVoyageReference)(\/|$)/,
  },
  // Details of parties, packaging and seals that not every carrier fills in; the parties and the cargo are known without them.
  { codes: MISSING, place: /^\/documentParties\/issuingParty$/ },
  {
    codes: MISSING,
    place: /^\/documentParties\/.*\/(address(\/(street|city|countryCode))?|identifyingCodes(\/\*\/partyCode)?)$/,
  },
  { codes: MISSING, place: /^\/documentParties\/.*\/partyContactDetails(\/\*(\/(name|phone|email))?)?$/ },
  { codes: MISSING, place: /\/(outerPackaging\/description|limits\/temperatureUnit|seals|seals\/\*\/number)$/ },
  { codes: MISSING, place: /\/portOf(Loading|Discharge)\/city\/(city|countryCode)$/ },
  // Texts longer than the standard's field, or on several lines: they are read whole.
  {
    codes: ['SCHEMA.LENGTH', 'SCHEMA.PATTERN'],
    place:
      /\/(partyName|street|streetNumber|floor|postCode|POBox|city|stateRegion|locationName|facilityName|vesselName|name|phone|email|description|properShippingName|technicalName|seals\/\*\/number|(descriptionOfGoods|shippingMarks|addressLines|displayedAddress)(\/\*)?|notifyParties)$/,
    allows: (value) => !Array.isArray(value) || value.length > 0,
  },
  // Tonnes: the two units of the standard are kilograms and pounds, and a tonne is as plain.
  {
    codes: ['SCHEMA.CODE'],
    place: /\/(cargoGrossWeight|cargoNetWeight|tareWeight)\/unit$/,
    allows: (value) => value === 'TNE',
  },
  // A container number with blanks or hyphens between its parts.
  {
    codes: ['SCHEMA.LENGTH'],
    place: /\/equipmentReference$/,
    allows: (value) => typeof value === 'string' && isContainerNumber(normaliseContainerNumber(value)),
  },
];

/** The finding as a careful clerk would put it: a warning where nothing the record needs is lost or in doubt. `document` is what it is about. */
export function soften(finding: Finding, document: unknown): Finding {
  const place = finding.path.replace(/\/\d+(?=\/|$)/g, '/*');
  if (finding.code === 'SCHEMA.UNKNOWN_FIELD') return unknownField(finding);
  if (MISSING.includes(finding.code) && place === '/consignmentItems/*/HSCodes') return noHsCode(finding, document);
  const value = valueAt(document, finding.path);
  if (finding.code === 'SCHEMA.DATE' && typeof value === 'string' && isRealTime(value)) return otherDateForm(finding);
  const tolerated = TOLERANCES.some(
    ({ codes, place: pattern, allows }) =>
      codes.includes(finding.code) && pattern.test(place) && (allows?.(value) ?? true),
  );
  return tolerated ? { ...finding, severity: 'warning' } : finding;
}

function valueAt(document: unknown, pointer: string): unknown {
  const members = pointer.split('/').slice(1);
  return members.reduce<unknown>((value, member) => {
    const name = member.replaceAll('~1', '/').replaceAll('~0', '~');
    return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
      ? (value as Record<string, unknown>)[name]
      : undefined;
  }, document);
}

const unknownField = ({ path, rule }: Finding): Finding => ({
  code: 'DCSA.UNKNOWN_FIELD',
  severity: 'warning',
  path,
  message: {
    en: 'EBL 3.0.4 has no such field here. It stays in the original and is not read; move what the record must know to a field of the standard.',
    zh: 'EBL 3.0.4 在此处没有该字段。内容保留在原件中，但不读取；如需进入记录，请填入标准字段。',
  },
  ...(rule !== undefined && { rule }),
});

const otherDateForm = ({ path, rule }: Finding): Finding => ({
  code: 'DCSA.DATE_FORM',
  severity: 'warning',
  path,
  message: {
    en: 'The date is real and is read as it stands, but not in the form EBL 3.0.4 has here: a day alone, or a date and time with its offset.',
    zh: '日期有效并按原样读取，但不符合 EBL 3.0.4 此处的形式：仅日期，或带时区偏移的日期时间。',
  },
  ...(rule !== undefined && { rule }),
});

/** `extendedHSCodes` alone are enough to read, though the standard still asks for both. */
const noHsCode = (finding: Finding, document: unknown): Finding =>
  valueAt(document, finding.path.replace(/HSCodes$/, 'extendedHSCodes')) !== undefined
    ? { ...finding, severity: 'warning' }
    : {
        code: 'DCSA.NO_HS_CODE',
        severity: 'warning',
        path: finding.path,
        message: {
          en: 'The goods have no HS code. Give at least its first six digits, or a customs broker has to settle it before declaring.',
          zh: '货物没有 HS 编码。请至少提供前六位，否则须由报关行在申报前确定。',
        },
        rule: 'DCSA EBL 3.0.4, ConsignmentItem.HSCodes',
      };
