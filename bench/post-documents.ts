import { Agent, request } from 'node:http';
import { pair } from './documents.js';

/** Requests under way at once. */
const IN_FLIGHT = 64;

export interface Tokens {
  readonly waybill: string;
  readonly bill: string;
}

/** Posts the documents of consignments `from` up to `to`, spread over the servers; milliseconds of each answer. */
export async function postAll(urls: readonly string[], tokens: Tokens, from: number, to: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
  const times: number[] = [];
  let next = from;
  const worker = async (_: unknown, which: number) => {
    const url = `${urls[which % urls.length]}/v1/documents`;
    while (next < to) {
      const { waybill, bill } = pair(next++);
      times.push(await post(agent, url, tokens.waybill, waybill), await post(agent, url, tokens.bill, bill));
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  agent.destroy();
  return times;
}

/** node:http, because fetch costs the machine as much as the gateway. */
function post(agent: Agent, url: string, token: string, body: Buffer): Promise<number> {
  const started = performance.now();
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
