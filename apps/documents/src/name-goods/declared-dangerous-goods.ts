import type { Bilingual, DangerousGoods, Discrepancy, RecordDangerousGoods, StatedValue } from '#domain';
import { checkDeclaration, type DeclarationFinding } from '#crosswalk';
import type { SideSources } from './stated-substance.js';

type Stated = Pick<RecordDangerousGoods, 'unNumber' | 'declared'>;
type Side = 'rail' | 'sea';

/** What a document declares and its list does not have for the UN number; both sides' mistakes of one kind in one discrepancy. */
export function declarationFindings({ declared }: Stated, path: string, sources: SideSources): Discrepancy[] {
  const found = (['rail', 'sea'] as const).flatMap((side) =>
    (declared[side] ? checkDeclaration(declared[side]) : []).map((finding) => ({ side, finding })),
  );
  const kinds = [...new Set(found.map(({ finding }) => kindOf(finding)))];
  return kinds.map((kind) => {
    const findings = found.filter(({ finding }) => kindOf(finding) === kind);
    return discrepancyOf(kind, findings, declared, path, sources);
  });
}

type Kind = keyof typeof WORDS;

const kindOf = ({ field, stated }: DeclarationFinding): Kind =>
  field === 'packingGroup' && stated === undefined ? 'packingGroupMissing' : field;

interface SideFinding {
  readonly side: Side;
  readonly finding: DeclarationFinding;
}

function discrepancyOf(
  kind: Kind,
  findings: readonly SideFinding[],
  declared: Stated['declared'],
  path: string,
  sources: SideSources,
): Discrepancy {
  const field = kind === 'packingGroupMissing' ? 'packingGroup' : kind;
  const sideOf = (side: Side): StatedValue | null => {
    const found = findings.find((one) => one.side === side);
    const value = found ? found.finding.stated : textOf(declared[side], field);
    return value === undefined ? null : { value, sources: sources[side] };
  };
  return {
    code: WORDS[kind].code,
    field,
    path: kind === 'unNumber' ? path : `${path}/declared`,
    rail: sideOf('rail'),
    sea: sideOf('sea'),
    other: findings.map(({ finding }) => ({ value: finding.listed || 'none', sources: [finding.edition] })),
    message: WORDS[kind].message,
  };
}

const textOf = (substance: DangerousGoods | undefined, field: DeclarationFinding['field']): string | undefined =>
  field === 'unNumber' ? substance && `UN ${substance.unNumber}` : substance?.[field];

const WORDS = {
  unNumber: {
    code: 'DG_NUMBER_NOT_LISTED',
    message: {
      zh: '名录中没有此联合国编号：从未分配或已删除。请按正确运输名称查找现行编号并更正申报。',
      en: 'The lists have no such UN number: it was never given or has been deleted. Look the number up by the proper shipping name and correct the declaration.',
    },
  },
  packingGroup: {
    code: 'DG_PACKING_GROUP_NOT_LISTED',
    message: {
      zh: '名录对此联合国编号没有所申报的包装类别。请更正包装类别或联合国编号。',
      en: 'The list does not have the packing group declared for this UN number. Correct the packing group or the number.',
    },
  },
  packingGroupMissing: {
    code: 'DG_PACKING_GROUP_MISSING',
    message: {
      zh: '名录对此联合国编号有多个包装类别，但未申报。请补充包装类别。',
      en: 'The list has several packing groups for this UN number and none is declared. Add the packing group.',
    },
  },
  hazardClass: {
    code: 'DG_CLASS_NOT_LISTED',
    message: {
      zh: '所申报的类别不是名录对此联合国编号规定的类别。请更正类别或联合国编号。',
      en: 'The class declared is not the one listed for this UN number. Correct the class or the number.',
    },
  },
  properShippingName: {
    code: 'DG_NAME_OF_OTHER_NUMBER',
    message: {
      zh: '所申报的运输名称属于其他联合国编号。请更正名称或联合国编号。',
      en: 'The name declared belongs to another UN number. Correct the name or the number.',
    },
  },
  emergencySchedule: {
    code: 'DG_EMS_NOT_LISTED',
    message: {
      zh: '所申报的应急措施编号（EmS）与《国际危规》不符。请更正。',
      en: 'The emergency schedules (EmS) declared are not those of the IMDG Code. Correct them.',
    },
  },
  chinaRailNumber: {
    code: 'DG_CHINA_RAIL_NUMBER',
    message: {
      zh: '铁危编号前两位所示类项与此联合国编号的类别不符。请核对铁危编号和联合国编号。',
      en: 'The first two digits of the China rail number name another class than the UN number has. Check both numbers.',
    },
  },
} as const satisfies Record<string, { code: string; message: Bilingual }>;
