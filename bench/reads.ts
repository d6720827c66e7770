import type pg from 'pg';
import type { WholePath } from './open-whole-path.js';
import { percentiles, type Percentiles } from './percentiles.js';

/** What there is to ask for: each is one record among all of them, with a place in the lists. */
interface Sample {
  readonly record: string;
  readonly document: string;
  readonly declaration: string;
  readonly booking: string;
  readonly container: string;
}

interface Read {
  readonly name: string;
  readonly room: string;
  readonly as: { readonly party: string; readonly role: 'forwarder' | 'rail' | 'customs' };
  readonly path: (sample: Sample) => string;
}

const RAIL = { party: 'RAIL-YUGUI', role: 'rail' } as const;
const FORWARDER = { party: 'FWD-YUXIN', role: 'forwarder' } as const;
const CUSTOMS = { party: 'CUSTOMS-QINZHOU', role: 'customs' } as const;
/** Has no record yet. */
const NEWCOMER = { party: 'FWD-XINLAI', role: 'forwarder' } as const;

const after = (id: string): string => `cursor=${Buffer.from(JSON.stringify([id])).toString('base64url')}`;

const READS: readonly Read[] = [
  { name: 'documents, first page', room: 'gateway', as: RAIL, path: () => '/v1/documents' },
  {
    name: 'documents, a page anywhere',
    room: 'gateway',
    as: RAIL,
    path: ({ document }) => `/v1/documents?${after(document)}`,
  },
  { name: 'documents rejected (none)', room: 'gateway', as: RAIL, path: () => '/v1/documents?status=rejected' },
  { name: 'records, first page', room: 'documents', as: FORWARDER, path: () => '/v1/one-documents' },
  {
    name: 'records, a page anywhere',
    room: 'documents',
    as: FORWARDER,
    path: ({ record }) => `/v1/one-documents?${after(record)}`,
  },
  { name: 'records of a newcomer (none)', room: 'documents', as: NEWCOMER, path: () => '/v1/one-documents' },
  { name: 'records unjoined (none)', room: 'documents', as: FORWARDER, path: () => '/v1/one-documents?state=unjoined' },
  { name: 'record by id', room: 'documents', as: CUSTOMS, path: ({ record }) => `/v1/one-documents/${record}` },
  {
    name: 'record by booking',
    room: 'documents',
    as: CUSTOMS,
    path: ({ booking }) => `/v1/one-documents?booking=${encodeURIComponent(booking)}`,
  },
  {
    name: 'record by container',
    room: 'documents',
    as: CUSTOMS,
    path: ({ container }) => `/v1/one-documents?container=${encodeURIComponent(container)}`,
  },
  {
    name: 'record by container, not one of theirs',
    room: 'documents',
    as: NEWCOMER,
    path: ({ container }) => `/v1/one-documents?container=${encodeURIComponent(container)}`,
  },
  { name: 'timeline', room: 'tracking', as: CUSTOMS, path: ({ record }) => `/v1/one-documents/${record}/timeline` },
  { name: 'declarations, first page', room: 'clearance', as: CUSTOMS, path: () => '/v1/declarations' },
  {
    name: 'declarations lodged, a page anywhere',
    room: 'clearance',
    as: CUSTOMS,
    path: ({ declaration }) => `/v1/declarations?status=lodged&${after(declaration)}`,
  },
  {
    name: 'declarations for inspection (none)',
    room: 'clearance',
    as: CUSTOMS,
    path: () => '/v1/declarations?status=inspection',
  },
  { name: 'declarations of a newcomer (none)', room: 'clearance', as: NEWCOMER, path: () => '/v1/declarations' },
  {
    name: 'declaration by id',
    room: 'clearance',
    as: CUSTOMS,
    path: ({ declaration }) => `/v1/declarations/${declaration}`,
  },
  { name: 'goods to examine', room: 'commodities', as: CUSTOMS, path: () => '/v1/commodities/queue' },
  {
    name: 'goods to examine, of a newcomer (none)',
    room: 'commodities',
    as: NEWCOMER,
    path: () => '/v1/commodities/queue',
  },
];

const REQUESTS = 100;
/** A read that takes as long as this is not asked for a hundred times. */
const ENOUGH_MS = 20_000;

/** Milliseconds of the reads that people wait for, one request at a time. */
export async function measureReads({ database, key, urlsOf }: WholePath): Promise<Record<string, Percentiles>> {
  const samples = await takeSamples(database);
  const measured: Record<string, Percentiles> = {};
  for (const read of READS) {
    const headers = { authorization: `Bearer ${await key.tokenFor(read.as)}` };
    const url = urlsOf(read.room)[0] as string;
    const times: number[] = [];
    for (let total = 0, next = 0; next < samples.length && total < ENOUGH_MS; next += 1) {
      const ms = await timeOf(`${url}${read.path(samples[next] as Sample)}`, headers);
      times.push(ms);
      total += ms;
    }
    measured[read.name] = percentiles(times);
  }
  return measured;
}

async function timeOf(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const started = performance.now();
  const response = await fetch(url, { headers });
  await response.arrayBuffer();
  const ms = performance.now() - started;
  if (response.status !== 200 && response.status !== 503) throw new Error(`${url} answered ${response.status}.`);
  return ms;
}

async function takeSamples(database: pg.Client): Promise<Sample[]> {
  const keyOf = (type: string) =>
    `(SELECT value FROM documents.held_documents JOIN documents.join_keys USING (document_id)
      WHERE held_documents.one_document_id = chosen.id AND join_keys.type = '${type}' LIMIT 1)`;
  const { rows } = await database.query<Sample>(
    `SELECT chosen.id AS record, declaration.id AS declaration, ${keyOf('booking')} AS booking, ${keyOf('container')} AS container,
       (SELECT document_id FROM documents.held_documents WHERE one_document_id = chosen.id LIMIT 1) AS document
     FROM (SELECT id FROM documents.one_documents WHERE state = 'open' ORDER BY random() LIMIT ${REQUESTS}) AS chosen
     JOIN clearance.declarations AS declaration ON declaration.one_document_id = chosen.id::text`,
  );
  return rows;
}
