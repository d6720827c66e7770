import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { pair } from './documents.js';

/** Requests under way at once. */
const IN_FLIGHT = 64;

export interface Tokens {
  readonly waybill: string;
  readonly bill: string;
}

/** Which consignments to post, and how fast. */
export interface Load {
  readonly from: number;
  readonly to: number;
  /** Documents a second; absent: as fast as they are answered. */
  readonly perSecond?: number;
}

/** Posts the documents of consignments, spread over the servers; milliseconds of each answer, from when its turn had come. */
export async function postAll(urls: readonly string[], tokens: Tokens, load: Load): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
  const times: number[] = [];
  const turn = turnsOf(load);
  let next = load.from;
  const worker = async (_: unknown, which: number) => {
    const url = `${urls[which % urls.length]}/v1/documents`;
    while (next < load.to) {
      const number = next++;
      const { waybill, bill } = pair(number);
      times.push(await post(agent, url, tokens.waybill, waybill, await turn(2 * (number - load.from))));
      times.push(await post(agent, url, tokens.bill, bill, await turn(2 * (number - load.from) + 1)));
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  agent.destroy();
  return times;
}

/** Waits for the turn of the document with this number; when that was. A client that is late does not hide that its documents waited. */
function turnsOf({ perSecond }: Load): (document: number) => Promise<number> {
  const started = performance.now();
  return async (document) => {
    if (perSecond === undefined) return performance.now();
    const at = started + (document * 1000) / perSecond;
    await pause(Math.max(0, at - performance.now()));
    return at;
  };
}

/** node:http, because fetch costs the machine as much as the gateway. */
function post(agent: Agent, url: string, token: string, body: Buffer, started: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'content-length': body.length };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.once('end', () => {
        if (response.statusCode === 202) resolve(performance.now() - started);
        else reject(new Error(`A document answered ${response.statusCode}.`));
      });
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
