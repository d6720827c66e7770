import type { TransportDocument } from '../consignment.js';

/** Who is a party to a document: who sent it, and who is named in it by a party code of the exchange. */
export function partiesOf(sentBy: string, { parties }: TransportDocument): string[] {
  const codes = parties.flatMap(({ codes }) => codes.filter(({ scheme }) => scheme === 'PARTY'));
  return [...new Set([sentBy, ...codes.map(({ code }) => code)])];
}
