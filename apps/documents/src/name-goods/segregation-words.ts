import type { SegregationFinding } from '#crosswalk';
import type { Bilingual } from '#domain';

/** The Code's four terms. */
export const TERMS: Readonly<Record<SegregationFinding['term'], Bilingual>> = {
  1: { zh: '远离', en: 'away from' },
  2: { zh: '隔离', en: 'separated from' },
  3: { zh: '用一整个舱室或货舱隔离', en: 'separated by a complete compartment or hold from' },
  4: {
    zh: '用一介于中间的整个舱室或货舱作纵向隔离',
    en: 'separated longitudinally by an intervening complete compartment or hold from',
  },
};

const UNLESS: Readonly<Record<NonNullable<SegregationFinding['unless']>, Bilingual>> = {
  '7.2.6.3': {
    zh: '7.2.6.3 对彼此不发生危险反应的物质可予豁免，请核对该条列表。',
    en: '7.2.6.3 lists substances that need not be kept apart: see whether both are in one of its tables.',
  },
  '7.2.6.5': {
    zh: '包装类别 II、III 的第 8 类小包件（不超过 30 升或 30 千克）在满足 7.2.6.5 条件时可同箱。',
    en: 'Packages of class 8, packing groups II and III, of up to 30 L or 30 kg may stand together under the conditions of 7.2.6.5.',
  },
};

export function segregationMessage(term: SegregationFinding['term'], unless: SegregationFinding['unless']): Bilingual {
  const { zh, en } = TERMS[term];
  const next =
    term === 1
      ? {
          zh: '未经主管机关批准不得装于同一集装箱（7.3.4.1）。请分箱或取得批准。',
          en: 'not in one container unless the competent authority approves (7.3.4.1). Use two containers, or get the approval.',
        }
      : {
          zh: '不得装于同一集装箱（7.3.4.1）。请分箱装运。',
          en: 'not in one container (7.3.4.1). Use two containers.',
        };
  const exception = unless ? UNLESS[unless] : { zh: '', en: '' };
  return {
    zh: `两物质要求“${zh}”：${next.zh}${exception.zh}`,
    en: `The two substances must be "${en}" each other: ${next.en} ${exception.en}`.trim(),
  };
}

const QUESTIONS: Readonly<Record<string, Bilingual>> = {
  '7.2.4': {
    zh: '某物质的类别或次要危险不能由名录确定（7.2.4）。',
    en: 'The class or the subsidiary hazards of a substance are not settled by the list (7.2.4).',
  },
  '7.2.7': {
    zh: '第 1 类货物之间按配装类由 7.2.7 判定，此处不作判定。',
    en: 'Goods of class 1 are judged among themselves by compatibility group, 7.2.7, and not here.',
  },
  '3.1.4.2': {
    zh: '“未另作规定的”条目属于哪个隔离类由托运人说明（3.1.4.2）。',
    en: 'To which segregation group a generic (N.O.S.) entry belongs is for the shipper to say (3.1.4.2).',
  },
};

/** What was not decided and who can: the rules by name, codes together. */
export function unjudgedMessage(rules: readonly string[]): Bilingual {
  const codes = rules.filter((rule) => rule.startsWith('SG')).join(', ');
  const questions: Bilingual[] = [
    ...rules.flatMap((rule) => QUESTIONS[rule] ?? []),
    ...(codes === ''
      ? []
      : [
          {
            zh: `隔离代码 ${codes} 涉及名录不能回答的事项（如食品、可燃物、容器大小），请查阅 7.2.8。`,
            en: `Codes ${codes} speak of what no list says (foodstuffs, combustible material, size of receptacles): read them in 7.2.8.`,
          },
        ]),
  ];
  return {
    zh: `同箱隔离未全部判定。${questions.map(({ zh }) => zh).join('')}请由危险货物人员判定。`,
    en: `Segregation in this container is not wholly decided. ${questions.map(({ en }) => en).join(' ')} Let a person trained for dangerous goods decide.`,
  };
}

export const WHERE_UNKNOWN: Bilingual = {
  zh: '单证未说明该危险货物装于哪个集装箱，未能判定同箱隔离。请补充分箱数据。',
  en: 'No document says in which container these dangerous goods are, so segregation was not judged. Add the split over containers.',
};
