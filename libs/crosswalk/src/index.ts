export { buildCrosswalk, type LiveCrosswalk } from './build-crosswalk.js';
export * from './crosswalk.js';
export { checkDeclaration, type DeclarationFinding } from './dangerous-goods/check-declaration.js';
export { classOfChinaRailNumber, type ChinaRailClass } from './dangerous-goods/china-rail-number.js';
export {
  checkSegregation,
  type Segregation,
  type SegregationFinding,
  type SegregationQuestion,
} from './dangerous-goods/segregation/check-segregation.js';
export type { StowedSubstance } from './dangerous-goods/segregation/stowed.js';
export { suspectDangerousGoods, type Suspicion } from './dangerous-goods/suspicion/suspect.js';
export { routeKey, routeWords } from './route.js';
export { subjectKey, subjectKeysOf, type Subject } from './subject.js';
export { describeHsIn, knownHsPrefix, type Language } from './hs-list.js';
export { shippedRows, type CrosswalkRow } from './shipped-rows.js';
