export { buildCrosswalk, type LiveCrosswalk } from './build-crosswalk.js';
export * from './crosswalk.js';
export { classOfChinaRailNumber, type ChinaRailClass } from './dangerous-goods/china-rail-number.js';
export { subjectKey, subjectKeysOf, type Subject } from './subject.js';
export { knownHsPrefix } from './hs-list.js';
