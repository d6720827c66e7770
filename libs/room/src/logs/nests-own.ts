/** Where Nest itself tells of its start: one line a route, of no use to whoever runs a room. */
const NESTS_OWN = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
  'NestMicroservice',
]);

export const isNestsOwn = (place: unknown): boolean => NESTS_OWN.has(place as string);
