export { buildCrosswalk, type LiveCrosswalk } from './build-crosswalk.js';
export * from './crosswalk.js';
export { classOfChinaRailNumber, type ChinaRailClass } from './dangerous-goods/china-rail-number.js';
export { subjectKey, subjectKeysOf, type Subject } from './subject.js';
export { describeHsIn, knownHsPrefix, type Language } from './hs-list.js';
export { shippedRows, type CrosswalkRow } from './shipped-rows.js';
