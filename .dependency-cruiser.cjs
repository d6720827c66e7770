/** The walls between the rooms: who may import whom. Each rule's comment says why. */
const rooms = 'gateway|documents|commodities|clearance|tracking';

/** Which libs each lib may import. What is not listed is forbidden. */
const LIBS = {
  domain: [],
  formats: ['domain'],
  crosswalk: ['domain'],
  messaging: ['database'],
  database: [],
  access: ['domain'],
  contracts: ['domain', 'messaging'],
  program: ['domain'],
  room: ['access', 'contracts', 'database', 'domain', 'messaging'],
};

const libWalls = Object.entries(LIBS).map(([name, allowed]) => ({
  name: `libs-${name}`,
  severity: 'error',
  comment: `libs/${name} imports ${allowed.length > 0 ? allowed.join(', ') : 'no other lib'}.`,
  from: { path: `^libs/${name}/` },
  to: { path: '^libs/', pathNot: `^libs/(${[name, ...allowed].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...libWalls,
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'A circle has no first room.',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'libs-know-no-app',
      severity: 'error',
      comment: 'Libs serve the rooms.',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'rooms-meet-on-the-bus',
      severity: 'error',
      comment: 'A room hears another through its topics, never by import. Only the exchange composes rooms.',
      from: { path: `^apps/(${rooms})/` },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'a-program-listens-first',
      severity: 'error',
      comment: 'A signal has to be heard while the rest is loaded.',
      from: { path: '^apps/[^/]+/src/main\\.ts$' },
      to: { pathNot: '^libs/program/', dependencyTypesNot: ['dynamic-import'] },
    },
    {
      name: 'exchange-sees-rooms-by-their-definition',
      severity: 'error',
      comment: 'The exchange needs no more of a room than whoever starts it alone.',
      from: { path: '^apps/exchange/' },
      to: { path: `^apps/(${rooms})/`, pathNot: '\\.room\\.ts$' },
    },
    {
      name: 'libs-through-their-index',
      severity: 'error',
      comment: 'A lib is what its index.ts says.',
      from: { path: '^(apps|libs|tooling|bench)/([^/]+)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^$1/$2/'] },
    },
    {
      name: 'formats-stand-alone',
      severity: 'error',
      comment: 'One format is one folder that can be deleted.',
      from: { path: '^libs/formats/src/(rail|ocean|customs|events)/([^/]+)/' },
      to: { path: '^libs/formats/src/(rail|ocean|customs|events)/', pathNot: '^libs/formats/src/$1/$2/' },
    },
    {
      name: 'building-blocks-know-no-format',
      severity: 'error',
      comment:
        'What formats are made of (a syntax, UN/CEFACT’s D.23B, EDIFACT’s transport and event messages) stays when a format is deleted.',
      from: { path: '^libs/formats/src/(syntax|uncefact|edifact-transport|edifact-events|testing)/' },
      to: { path: '^libs/formats/src/(rail|ocean|customs|events)/' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'The rules of a consignment need no framework.',
      from: { path: '^libs/(domain|crosswalk|formats)/', pathNot: '(\\.spec\\.ts$|/testing/)' },
      to: { path: 'node_modules/(@nestjs|typeorm|kafkajs|pg|fastify)/' },
    },
    {
      name: 'one-xml-reader',
      severity: 'error',
      comment: 'XML is read by our own reader and written in one place; other readers are there to compare with.',
      from: { pathNot: ['^libs/formats/src/syntax/write-xml\\.ts$', '(\\.spec\\.ts$|/testing/)', '^bench/'] },
      to: { path: 'node_modules/(fast-xml-parser|libxml2-wasm)/' },
    },
    {
      name: 'one-kafka-place',
      severity: 'error',
      comment: 'Rooms know messages, not brokers.',
      from: { pathNot: ['^libs/messaging/src/kafka/', '\\.spec\\.ts$', '^tests/', '^tooling/'] },
      to: { path: 'node_modules/kafkajs/' },
    },
    {
      name: 'no-place-for-everything',
      severity: 'error',
      comment: 'A folder is a noun of the trade or a verb-noun of the work.',
      from: {},
      to: { path: '^(apps|libs|tests|tooling)/.*(^|/)(utils?|common|shared|helpers?|misc)(/|\\.ts$)' },
    },
    {
      name: 'not-to-tests',
      severity: 'error',
      comment: 'The product needs no test.',
      from: { pathNot: '(\\.spec\\.ts$|/testing/|^tests/|^bench/)' },
      to: { path: '(\\.spec\\.ts$|/testing/|^tests/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { conditionNames: ['source', 'import', 'node', 'default'], exportsFields: ['exports'] },
  },
};
