import type { EventReport, Finding, OneDocument, TransportDocument } from '#domain';
import type { EdifactSource } from './syntax/edifact.js';
import type { JsonSource } from './syntax/json.js';
import type { XmlSource } from './syntax/xml.js';

/** A document's bytes read once in its syntax, before anyone knows its format. */
export type Source = JsonSource | XmlSource | EdifactSource;

/** What a codec makes of a source: the sender's own tree if the bytes hold one, and what is wrong with it. */
export interface Reading<Tree> {
  readonly tree?: Tree;
  readonly findings: readonly Finding[];
}

/** What an encoder makes of a record: the document, and what of the record the format cannot carry. No bytes when an error says why there is no document. */
export interface Writing {
  readonly bytes?: Buffer;
  /** Paths are JSON pointers into the record. */
  readonly findings: readonly Finding[];
}

/**
 * One format: one folder, one line in `catalogue.ts`.
 * A document is read in this order: `detect` → `decode` → `check` → `toConsignment` or `toEvents`; an error on the way ends it.
 */
interface Readable<Tree, Syntax extends Source['syntax']> {
  /** Stable id, shown to senders: `unece-smgs-d23b`. */
  readonly id: string;
  /** The standard and its edition: `UN/CEFACT SMGS consignment note, JSON Schema D.23B`. */
  readonly edition: string;
  readonly syntax: Syntax;
  /** Cheap: looks near the root only. Whether the source may be in this format; one that several formats say yes to is not guessed. */
  detect(source: SourceOf<Syntax>): boolean;
  /** Source to the sender's own tree, with the findings of the format's schema. No tree when an error makes it unusable. */
  decode(source: SourceOf<Syntax>): Reading<Tree>;
  /** Rules that a schema can't say: impossible dates, check digits, sums. */
  check(tree: Tree): readonly Finding[];
}

/** A format of transport documents: waybills and bills. */
export interface Format<Tree = unknown, Syntax extends Source['syntax'] = Source['syntax']> extends Readable<
  Tree,
  Syntax
> {
  /** The sender's words to ours. Called only when nothing is an error. Pure; loses nothing that the record can carry. */
  toConsignment(tree: Tree): TransportDocument;
  /** The record's part that this format is for, in this format. Pure; nothing is left out without a finding. */
  encode?(record: OneDocument): Writing;
}

/** A format of messages that report events: gate-in, loaded, departed. */
export interface EventFormat<Tree = unknown, Syntax extends Source['syntax'] = Source['syntax']> extends Readable<
  Tree,
  Syntax
> {
  /** The sender's words to ours. Called only when nothing is an error. Pure. */
  toEvents(tree: Tree): EventReport;
}

/** A format whose tree nobody outside its folder needs to know. */
export type AnyFormat = {
  [Syntax in Source['syntax']]: Format<unknown, Syntax> | EventFormat<unknown, Syntax>;
}[Source['syntax']];

export type SourceOf<Syntax extends Source['syntax']> = Extract<Source, { syntax: Syntax }>;
