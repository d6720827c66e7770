import type { GoodsQuestion, Resolution } from './crosswalk.js';
import { subjectKey, subjectKeysOf } from './subject.js';

const EVERYBODY = ['*'];

/** The answers people gave, the latest of each party for each subject. */
export class ResolutionBook {
  private readonly bySubject = new Map<string, Map<string, Resolution>>();

  constructor(resolutions: readonly Resolution[]) {
    for (const resolution of resolutions) this.apply(resolution);
  }

  apply(resolution: Resolution): void {
    const key = subjectKey(resolution.subject);
    const byParty = this.bySubject.get(key) ?? new Map<string, Resolution>();
    if (resolution.revoked) byParty.delete(resolution.party);
    else byParty.set(resolution.party, resolution);
    this.bySubject.set(key, byParty);
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
        const found = parties.flatMap((party) => byParty.get(party) ?? []).filter(({ answer }) => wanted(answer));
        if (found.length > 0) return found;
      }
    }
    return [];
  }
}
