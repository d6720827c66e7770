import type { Route } from '#domain';
import type { GoodsQuestion, Resolution } from './crosswalk.js';
import { NameIndex } from './finding/names/name-index.js';
import type { NamedKind } from './finding/names/named-kind.js';
import { shippedNames } from './finding/names/shipped-names.js';
import { isGivenOn } from './given-on.js';
import { isElsewhere, nearness, routeKey } from './route.js';
import { codeKey, subjectKey, subjectKeysOf } from './subject.js';

const EVERYBODY = ['*'];

/** A kind of goods that somebody named by an answer. */
interface DecidedKind extends NamedKind {
  readonly resolution: Resolution;
}

type Answers = readonly Resolution[];

/** The answers people gave: of each party for each subject the latest for each route, and the latest for every route. */
export class ResolutionBook {
  private readonly bySubject = new Map<string, Map<string, Answers>>();
  private decided: NameIndex | undefined;

  constructor(resolutions: readonly Resolution[]) {
    for (const resolution of resolutions) this.apply(resolution);
  }

  /** A later version takes the place of the one before; one that comes late changes nothing. A revoked one stays, so that it is known to be. */
  apply(told: Resolution): void {
    const key = subjectKey(told.subject);
    const byParty = this.bySubject.get(key) ?? new Map<string, Answers>();
    const answers = byParty.get(told.party) ?? [];
    const known = answers.find(({ route }) => routeKey(route) === routeKey(told.route));
    if (known?.id === told.id && known.version > told.version) return;
    if (told.revoked && known !== undefined && known.id !== told.id) return;
    const resolution = known?.id === told.id && !known.revoked ? correcting(known, told) : told;
    this.bySubject.set(
      key,
      byParty.set(resolution.party, [resolution, ...answers.filter((answer) => answer !== known)]),
    );
    this.learnName(resolution);
  }

  /**
   * Resolutions that answer the question in what is wanted: those given on the goods of its record before all others, those of its parties
   * before those for everybody, those said of its route before those said of others, codes before names. More than one where several of its parties answered for the same subject, or one
   * party did for several routes that are equally near.
   */
  answering(question: GoodsQuestion, wanted: keyof Resolution['answer']): Answers {
    if (this.bySubject.size === 0) return [];
    const { parties, route } = question;
    const bySubjects = subjectKeysOf(question).flatMap((key) => this.bySubject.get(key) ?? []);
    if (bySubjects.length === 0) return [];
    const answered = [parties, EVERYBODY].map((whose) =>
      bySubjects.map((byParty) => whose.map((party) => standing(byParty.get(party), wanted))),
    );
    const inOrder = [
      ...answered.flatMap((answers) => eachParty(answers, (ofParty) => givenOn(ofParty, question))),
      ...answered.flatMap((answers) => [
        ...eachParty(answers, (ofParty) => nearestOf(ofParty, route)),
        ...eachParty(answers, (ofParty) => ofParty),
      ]),
    ];
    return inOrder.find(({ length }) => length > 0) ?? [];
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
    return (
      forThem &&
      this.bySubject.get(subjectKey(resolution.subject))?.get(resolution.party)?.includes(resolution) === true
    );
  }

  private learnName(resolution: Resolution): void {
    const { subject, answer, revoked, id } = resolution;
    if (revoked || subject.scheme !== 'NAME' || answer.hsCode === undefined) return;
    this.decided ??= new NameIndex(shippedNames().reader);
    const kind: DecidedKind = { codes: [codeKey(answer.hsCode).slice(0, 6)], table: `resolution ${id}`, resolution };
    this.decided.add({ text: subject.value, origin: 'decision', kind });
  }
}

/** A later version is the answer for the goods that the one before was given on, too. */
const correcting = (known: Resolution, told: Resolution): Resolution =>
  known.oneDocumentIds === undefined
    ? told
    : { ...told, oneDocumentIds: [...known.oneDocumentIds, ...(told.oneDocumentIds ?? [])] };

/** Of the answers to each subject, party by party, what is taken of a party's. */
const eachParty = (answers: readonly (readonly Answers[])[], taken: (ofParty: Answers) => Answers): Answers[] =>
  answers.map((ofParties) => ofParties.flatMap(taken));

const standing = (answers: Answers = [], wanted: keyof Resolution['answer']): Answers =>
  answers.filter(({ answer, revoked }) => !revoked && answer[wanted] !== undefined);

/** The latest that was given on the goods of the question's record. */
const givenOn = (answers: Answers, question: GoodsQuestion): Answers =>
  answers.filter((answer) => isGivenOn(answer, question)).slice(0, 1);

/** What was said of this route: of it most closely, else of every route. */
function nearestOf(answers: Answers, route: Route | undefined): Answers {
  const here = answers.filter((answer) => !isElsewhere(answer.route, route));
  const nearest = Math.max(...here.map((answer) => nearness(answer.route, route)));
  return here.filter((answer) => nearness(answer.route, route) === nearest);
}

const isDecided = (kind: NamedKind): kind is DecidedKind => 'resolution' in kind;
