import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OutgoingMessage } from '#messaging';
import { projectRoot } from './project-root.js';
import type { Topic } from './topics.js';

/** A message says something its schema does not allow: a fault of the room that says it, never of a document. */
export class ContractViolation extends Error {}

/** A JSON message of a topic, checked against its schema in `schemas/events/` on the way out. */
export function jsonMessage(topic: Topic, key: string, payload: object): OutgoingMessage {
  checkEvent(topic, payload);
  return { type: topic, key, contentType: 'application/json', data: Buffer.from(JSON.stringify(payload)) };
}

/** Throws `ContractViolation` when the payload does not fit the topic's schema. */
export function checkEvent(topic: Topic, payload: object): void {
  const validate = validatorOf(topic);
  if (validate(payload)) return;
  const first = validate.errors?.[0];
  throw new ContractViolation(`${topic}: ${first?.instancePath ?? ''} ${first?.message ?? 'does not fit its schema'}`);
}

let validators: Ajv2020 | undefined;

function validatorOf(topic: Topic): ValidateFunction {
  validators ??= loadSchemas();
  const validate = validators.getSchema(schemaId(topic));
  if (!validate) throw new ContractViolation(`${topic} has no schema in schemas/events.`);
  return validate;
}

/** `documents.document.accepted.v1` is `schemas/events/documents/document.accepted.v1.json`. */
const schemaId = (topic: string): string => `urn:yidan:event:${topic}`;

function loadSchemas(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  for (const folder of ['schemas/events/', 'schemas/one-document/', 'schemas/declaration/']) {
    const place = new URL(folder, projectRoot);
    for (const name of readdirSync(place, { recursive: true }) as string[]) {
      if (/(\.v\d+|\.schema)\.json$/.test(name))
        ajv.addSchema(JSON.parse(readFileSync(fileURLToPath(new URL(name, place)), 'utf8')) as object);
    }
  }
  return ajv;
}
