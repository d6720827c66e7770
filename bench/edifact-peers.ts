import { createRequire } from 'node:module';

/** The parts of npm's EDIFACT readers that are measured; neither package has types that say so. */
interface Parser {
  onOpenSegment?: (name: string) => void;
  onElement?: () => void;
  onComponent?: (text: string) => void;
  onCloseSegment?: () => void;
  write(text: string): void;
  end(): void;
}

const require = createRequire(import.meta.url);
// ts-edifact needs htmlparser2, which it does not declare.
const edifact = require('edifact') as { Reader: new () => { parse(text: string): unknown[] } };
const tsEdifact = require('ts-edifact') as {
  Configuration: new (options: object) => object;
  NullValidator: new () => object;
  Parser: new (configuration: object) => Parser;
};

/** npm edifact the way its page shows: a reader for each message, elements' forms checked for the segments it knows. */
export const readWithEdifact = (message: Buffer): unknown[] => new edifact.Reader().parse(message.toString('latin1'));

const reader = new edifact.Reader();

/** One reader for all messages: its tables are built once. */
export const readWithEdifactReused = (message: Buffer): unknown[] => reader.parse(message.toString('latin1'));

/** ts-edifact without a check, since it has no IFTMCS: segments, elements and components as arrays. */
export function readWithTsEdifact(message: Buffer): unknown[] {
  const parser = new tsEdifact.Parser(new tsEdifact.Configuration({ validator: new tsEdifact.NullValidator() }));
  const segments: { name: string; elements: string[][] }[] = [];
  parser.onOpenSegment = (name) => segments.push({ name, elements: [] });
  parser.onElement = () => segments.at(-1)?.elements.push([]);
  parser.onComponent = (text) => segments.at(-1)?.elements.at(-1)?.push(text);
  parser.onCloseSegment = () => undefined;
  parser.write(message.toString('latin1'));
  parser.end();
  return segments;
}
