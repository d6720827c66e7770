import { hasErrors, type Finding } from '#domain';
import { checkLocations } from '../../checks/dcsa-locations.js';
import type { Reading } from '../../format.js';
import type { JsonSource } from '../../syntax/json.js';
import { compileSchema, type SchemaCheck } from '../../syntax/json-schema.js';
import schema from './schema/events.schema.json' with { type: 'json' };
import { ofClassified, ofFlat, ofPayload } from './shapes.js';
import type { ClassifiedEvent, EventWithPayload, FlatEvent, TrackAndTrace, TrackedEvent } from './tree.types.js';

type Shape = 'flat' | 'metadataAndPayload' | 'classified';

const EDITIONS: Readonly<Record<Shape, string>> = {
  flat: 'DCSA Track & Trace 2.2',
  metadataAndPayload: 'DCSA Track & Trace 3.0.0-Beta-1',
  classified: 'DCSA Track & Trace 3.0.0',
};

export const detect = ({ root }: JsonSource): boolean => shapeOf(eventsIn(root)?.[0]?.event) !== undefined;

/** Every event against its edition's schema; the first event says which edition it is. Findings are `SCHEMA.*` and those of places and countries. */
export function decode({ root }: JsonSource): Reading<TrackAndTrace> {
  const located = eventsIn(root) ?? [];
  const shape = shapeOf(located[0]?.event);
  if (shape === undefined) return { findings: [] };
  const findings = located.flatMap(({ event, pointer }) => checkEvent(shape, event, pointer));
  if (hasErrors(findings)) return { findings };
  const retractedIds = located.flatMap(({ event }) => retractedBy(shape, event));
  const events = located.flatMap(({ event, pointer }) => trackedEvent(shape, event, pointer) ?? []);
  return { tree: { events: events.filter(({ id }) => !retractedIds.includes(id)), retractedIds }, findings };
}

interface Located {
  readonly event: unknown;
  readonly pointer: string;
}

/** A list as it is polled or pushed, a list under `events`, or one event alone. */
function eventsIn(root: unknown): Located[] | undefined {
  if (Array.isArray(root)) return root.map((event: unknown, index) => ({ event, pointer: `/${index}` }));
  if (!isObject(root)) return undefined;
  const { events } = root;
  if (!Array.isArray(events)) return [{ event: root, pointer: '' }];
  return events.map((event: unknown, index) => ({ event, pointer: `/events/${index}` }));
}

function shapeOf(event: unknown): Shape | undefined {
  if (!isObject(event)) return undefined;
  if (isObject(event['eventClassification'])) return 'classified';
  if (isObject(event['metadata']) && 'eventID' in event['metadata']) return 'metadataAndPayload';
  return 'eventID' in event && 'eventType' in event ? 'flat' : undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const checks = new Map<Shape, SchemaCheck>();

/** Compiled at the first event of the shape. */
function checkEvent(shape: Shape, event: unknown, pointer: string): Finding[] {
  let check = checks.get(shape);
  if (!check) checks.set(shape, (check = compileSchema({ ...schema, $ref: `#/$defs/${shape}` }, EDITIONS[shape])));
  return [...check(event), ...(isObject(event) ? checkLocations(event) : [])].map((finding) => ({
    ...finding,
    path: pointer + finding.path,
  }));
}

function trackedEvent(shape: Shape, event: unknown, pointer: string): TrackedEvent | undefined {
  if (shape === 'flat') return ofFlat(event as FlatEvent, pointer);
  if (shape === 'classified') return ofClassified(event as ClassifiedEvent, pointer);
  return ofPayload(event as EventWithPayload, pointer);
}

/** 3.0.0-Beta-1 names the event it retracts; 3.0.0 repeats the event and marks it. */
function retractedBy(shape: Shape, event: unknown): string[] {
  if (shape === 'metadataAndPayload') return [(event as EventWithPayload).metadata.retractedEventID ?? []].flat();
  const { eventID, isRetracted } = event as ClassifiedEvent;
  return shape === 'classified' && isRetracted === true ? [eventID] : [];
}
