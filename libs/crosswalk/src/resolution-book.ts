import type { GoodsQuestion, Resolution } from './crosswalk.js';
import { NameIndex } from './finding/names/name-index.js';
import type { NamedKind } from './finding/names/named-kind.js';
import { shippedNames } from './finding/names/shipped-names.js';
import { codeKey, subjectKey, subjectKeysOf } from './subject.js';

const EVERYBODY = ['*'];

/** A kind of goods that somebody named by an answer. */
interface DecidedKind extends NamedKind {
  readonly resolution: Resolution;
}

/** The answers people gave, the latest of each party for each subject. */
export class ResolutionBook {
  private readonly bySubject = new Map<string, Map<string, Resolution>>();
  private decided: NameIndex | undefined;

  constructor(resolutions: readonly Resolution[]) {
    for (const resolution of resolutions) this.apply(resolution);
  }

  /** A later version takes the place of the one before; one that comes late changes nothing. A revoked one stays, so that it is known to be. */
  apply(resolution: Resolution): void {
    const key = subjectKey(resolution.subject);
    const byParty = this.bySubject.get(key) ?? new Map<string, Resolution>();
    const known = byParty.get(resolution.party);
    if (known?.id === resolution.id && known.version > resolution.version) return;
    if (resolution.revoked && known !== undefined && known.id !== resolution.id) return;
    this.bySubject.set(key, byParty.set(resolution.party, resolution));
    this.learnName(resolution);
  }

  /**
   * Resolutions that answer the question in the wanted way: those of its parties before those for everybody, codes before names; more than
   * one only where several of its parties answered for the same subject.
   */
  answering(question: GoodsQuestion, wanted: (answer: Resolution['answer']) => boolean): readonly Resolution[] {
    if (this.bySubject.size === 0) return [];
    const byPartyOfSubjects = subjectKeysOf(question).flatMap((key) => this.bySubject.get(key) ?? []);
    for (const parties of [question.parties, EVERYBODY]) {
      for (const byParty of byPartyOfSubjects) {
        const found = parties
          .flatMap((party) => byParty.get(party) ?? [])
          .filter(({ answer, revoked }) => !revoked && wanted(answer));
        if (found.length > 0) return found;
      }
    }
    return [];
  }

  /** Names that were answered with an HS code: like names are likely the same goods. */
  get names(): readonly NameIndex[] {
    return this.decided === undefined ? [] : [this.decided];
  }

  /** Whether a kind is a table's, or decided by one of these parties or for everybody, and still holds. */
  holds(kind: NamedKind, parties: readonly string[]): boolean {
    if (!isDecided(kind)) return true;
    const { resolution } = kind;
    const forThem = resolution.party === '*' || parties.includes(resolution.party);
    return forThem && this.bySubject.get(subjectKey(resolution.subject))?.get(resolution.party) === resolution;
  }

  private learnName(resolution: Resolution): void {
    const { subject, answer, revoked, id } = resolution;
    if (revoked || subject.scheme !== 'NAME' || answer.hsCode === undefined) return;
    this.decided ??= new NameIndex(shippedNames().reader);
    const kind: DecidedKind = { codes: [codeKey(answer.hsCode).slice(0, 6)], table: `resolution ${id}`, resolution };
    this.decided.add({ text: subject.value, origin: 'decision', kind });
  }
}

const isDecided = (kind: NamedKind): kind is DecidedKind => 'resolution' in kind;
