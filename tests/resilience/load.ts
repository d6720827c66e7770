import { setTimeout as pause } from 'node:timers/promises';
import { openSigningKey, type Role } from '#access';
import { pair } from '../../bench/documents.js';
import { randomFrom, shuffled } from '../support/random.js';
import { seed } from './proof.js';

/** The documents of one consignment that were acknowledged, by their ids. */
export interface Received {
  readonly waybill: string;
  readonly bill: string;
}

export interface LoadOptions {
  /** Every room answers at each of them. */
  readonly urls: readonly string[];
  /** Where documents can be sent, if also elsewhere; each try chooses anew. */
  readonly documentUrls?: readonly string[];
  /** Where the signing key is. */
  readonly keys: string;
}

const ANSWER_MS = 20_000;
const PATIENCE_MS = 240_000;
const AT_ONCE = 6;
/** One document in so many is sent again after its 202. */
const AGAIN_ONE_IN = 10;
/** What the parties want who declare the samples' records: one forwarder lodges by itself, the other leaves it to a broker. */
const INSTRUCTIONS = [
  { party: 'FWD-YUXIN', role: 'forwarder', action: 'lodge' },
  { party: 'FWD-LUHAI', role: 'forwarder', action: 'mandate', broker: 'BRK-AN' },
  { party: 'BRK-AN', role: 'broker', action: 'lodge' },
] as const;

/**
 * Parties who hand in waybills and bills, and send again what was not acknowledged, as they are asked to: after a broken connection or a
 * 503, with the same Idempotency-Key. Anything else ends the load.
 */
export class Load {
  /** What was acknowledged, by consignment. */
  readonly received = new Map<number, Received>();
  readonly answers = { accepted: 0, unavailable: 0, broken: 0, again: 0 };
  private readonly random = randomFrom(seed);
  private next = 0;

  private constructor(
    private readonly urls: readonly string[],
    private readonly tokens: { readonly waybill: string; readonly bill: string },
  ) {}

  /** Forwarders and broker have given their standing instructions. */
  static async open({ urls, documentUrls = urls, keys }: LoadOptions): Promise<Load> {
    const key = await openSigningKey(keys);
    const token = (party: string, role: Role) => key.tokenFor({ party, role });
    for (const { party, role, ...instruction } of INSTRUCTIONS)
      await giveInstruction(urls[0] as string, await token(party, role), instruction);
    return new Load(documentUrls, {
      waybill: await token('RAIL-YUGUI', 'rail'),
      bill: await token('LINE-HAIBEI', 'ocean-carrier'),
    });
  }

  /** Sends so many consignments. */
  async send(count: number): Promise<void> {
    const end = this.next + count;
    await this.sendWhile(() => this.next < end, 0);
  }

  /** Sends until the work is done, one consignment every so many milliseconds at most. */
  async during(work: () => Promise<void>, everyMs: number): Promise<void> {
    let isDone = false;
    const sending = this.sendWhile(() => !isDone, everyMs);
    const working = work().finally(() => (isDone = true));
    await Promise.all([sending, working]);
  }

  /** `undefined`: not acknowledged, and to be sent again. */
  async post(kind: keyof Received, index: number, body: Buffer): Promise<string | undefined> {
    const url = this.urls[Math.floor(this.random() * this.urls.length)] as string;
    const headers = { authorization: `Bearer ${this.tokens[kind]}`, 'idempotency-key': `${kind}-${index}` };
    const response = await fetch(`${url}/v1/documents`, {
      method: 'POST',
      headers,
      body: new Uint8Array(body),
      signal: AbortSignal.timeout(ANSWER_MS),
    }).catch(() => undefined);
    const text = await response?.text().catch(() => undefined);
    if (response === undefined || text === undefined) {
      this.answers.broken += 1;
      return undefined;
    }
    if (response.status === 503) return this.unavailable(response, text);
    if (response.status !== 202) throw new Error(`A document answered ${response.status}: ${text}`);
    this.answers.accepted += 1;
    return (JSON.parse(text) as { documentId: string }).documentId;
  }

  private async sendWhile(goesOn: () => boolean, everyMs: number): Promise<void> {
    const worker = async (): Promise<void> => {
      while (goesOn()) {
        await this.consignment(this.next++);
        await pause(everyMs * AT_ONCE);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  /** Both documents in any order, one after the other or together. */
  private async consignment(index: number): Promise<void> {
    const documents = pair(index);
    const ids: Partial<Record<keyof Received, string>> = {};
    const sendOne = async (kind: keyof Received): Promise<void> =>
      void (ids[kind] = await this.insist(kind, index, documents[kind]));
    const kinds = shuffled(['waybill', 'bill'] as const, this.random);
    if (this.random() < 0.5) await Promise.all(kinds.map(sendOne));
    else for (const kind of kinds) await sendOne(kind);
    this.received.set(index, ids as Received);
  }

  private async insist(kind: keyof Received, index: number, body: Buffer): Promise<string> {
    const id = await this.untilAcknowledged(kind, index, body);
    if (this.random() * AGAIN_ONE_IN >= 1) return id;
    this.answers.again += 1;
    const second = await this.untilAcknowledged(kind, index, body);
    if (second !== id) throw new Error(`The ${kind} ${index} was taken in twice: as ${id} and as ${second}.`);
    return id;
  }

  private async untilAcknowledged(kind: keyof Received, index: number, body: Buffer): Promise<string> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const id = await this.post(kind, index, body);
      if (id !== undefined) return id;
      if (Date.now() > end) throw new Error(`Nobody acknowledged the ${kind} ${index}.`);
      await pause(100 + this.random() * 400);
    }
  }

  private unavailable(response: Response, text: string): undefined {
    const isClear =
      response.headers.has('retry-after') &&
      /^application\/problem\+json/.test(response.headers.get('content-type') ?? '');
    if (!isClear) throw new Error(`A 503 that does not say when to come again: ${text}`);
    this.answers.unavailable += 1;
    return undefined;
  }
}

async function giveInstruction(url: string, token: string, instruction: object): Promise<void> {
  const body = JSON.stringify({ instructions: [{ type: 'export', mode: 'advance', ...instruction }] });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const { status } = await fetch(`${url}/v1/declarations/standing-instructions`, { method: 'PUT', headers, body });
  if (status !== 200) throw new Error(`The standing instruction answered ${status}.`);
}
