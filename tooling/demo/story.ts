import { readFileSync } from 'node:fs';
import { projectRoot } from '#contracts';
import type { OneDocument } from '#domain';
import { must, until, type Party } from './party.js';
import { chapter, line, showFindings, showParties, showRecord, showTimeline } from './show.js';

export interface Parties {
  readonly rail: Party;
  readonly line: Party;
  readonly yuxin: Party;
  readonly luhai: Party;
  readonly customs: Party;
}

const SMGS = 'libs/formats/src/rail/smgs-consignment-note/samples/valid/chongqing-qinzhou-engines.smgs.json';
const ENGINES_BILL = 'libs/formats/src/ocean/dcsa-transport-document/samples/valid/qinzhou-singapore-engines.dcsa.json';
const CHINA = 'libs/formats/src/rail/china-rail-waybill/samples/valid/chengdu-qinzhou-paint.waybill.xml';
const PAINT_BILL = 'libs/formats/src/ocean/dcsa-transport-document/samples/valid/qinzhou-singapore-paint.dcsa.json';

const sample = (path: string): Buffer => readFileSync(new URL(path, projectRoot));

/** The whole path of two shipments and of a document that cannot be taken in. Throws at the first step that did not happen. */
export async function tellStory(parties: Parties): Promise<void> {
  await registerAeo(parties.customs);
  await declareByHand(parties);
  await declareByStandingInstruction(parties);
  await sendNonsense(parties.rail);
}

async function registerAeo(customs: Party): Promise<void> {
  chapter('Customs keeps the AEO register · 海关维护 AEO 名录');
  const certificate = { grade: '高级认证企业', validFrom: '2024-01-01' };
  await customs.put('/v1/parties/0002187/aeo', { ...certificate, aeoCode: 'AEOCN5001230042', country: 'CN' });
  await customs.put('/v1/parties/SGLCMP/aeo', {
    ...certificate,
    grade: 'STP-Plus',
    aeoCode: 'AEOSG201912345678',
    country: 'SG',
  });
  line('0002187 AEOCN5001230042 · SGLCMP AEOSG201912345678');
}

async function declareByHand({ rail, line: carrier, yuxin, customs }: Parties): Promise<void> {
  chapter('Chongqing → Qinzhou → Singapore: an SMGS consignment note · 国际货协运单');
  const waybill = await send(rail, SMGS, 'application/json');
  chapter('… and an ocean bill of lading (DCSA) · 海运提单');
  const bill = await send(carrier, ENGINES_BILL, 'application/json');
  must(waybill.oneDocumentId === bill.oneDocumentId, 'both documents are in one record');

  chapter('One record, both names of the goods · 一单制 一货两标');
  const record = await yuxin.get<OneDocument>(`/v1/one-documents/${bill.oneDocumentId}`);
  showRecord(record);
  must(record.join.result === 'joined' && record.legs.length === 2, 'rail and sea are joined');
  must(
    record.goodsItems.every(({ railName, hsCode }) => railName !== undefined && hsCode !== undefined),
    'all goods have both names',
  );

  chapter('The forwarder declares in advance · 提前申报');
  const order = { oneDocumentId: record.id, type: 'export', mode: 'advance' };
  const lodged = await until('The complete record at customs', () => yuxin.post<Declared>('/v1/declarations', order));
  line(`declaration ${lodged.declarationId}: ${lodged.status}`);
  showParties(lodged.declaration.parties);
  must(
    lodged.declaration.parties.some(({ aeo }) => aeo?.status === 'certified'),
    'the AEO status travels with the declaration',
  );
  await answer(customs, lodged.declarationId, ['accepted', 'released']);
  await timeline(yuxin, record.id);
}

async function declareByStandingInstruction({ rail, line: carrier, luhai, customs }: Parties): Promise<void> {
  chapter('A standing instruction · 常设指令: "lodge every export of mine as soon as its record is complete"');
  await luhai.put('/v1/declarations/standing-instructions', {
    instructions: [{ type: 'export', mode: 'advance', action: 'lodge' }],
  });
  chapter('Chengdu → Qinzhou → Singapore: a China domestic rail waybill · 铁路货物运单');
  await send(rail, CHINA, 'application/xml');
  const { oneDocumentId } = await send(carrier, PAINT_BILL, 'application/json');
  const record = await luhai.get<OneDocument>(`/v1/one-documents/${oneDocumentId}`);
  showRecord(record);
  must(
    record.discrepancies.some(({ code }) => code === 'GROSS_MASS'),
    'the two masses of the paint are shown to disagree',
  );

  chapter('… declared without anybody asking');
  const lodged = await until('The declaration', async () => {
    const { items } = await customs.get<List<Declared>>('/v1/declarations?status=lodged');
    return items.find((item) => item.oneDocumentId === oneDocumentId);
  });
  line(`declaration ${lodged.declarationId}: ${lodged.status}, declarant ${lodged.declarant}`);
  await answer(customs, lodged.declarationId, ['accepted', 'inspection', 'released']);
  await timeline(luhai, oneDocumentId as string);
}

async function sendNonsense(rail: Party): Promise<void> {
  chapter('A document that cannot be taken in says why');
  const broken = sample(SMGS).toString('utf8').replace('2026-11-04T12:30:00+08:00', '2026-02-30T12:30:00+08:00');
  const { documentId } = await rail.send<Receipt>(Buffer.from(broken), 'application/json');
  const document = await checked(rail, documentId);
  line(`status ${document.status}`);
  showFindings(document.findings);
  must(
    document.status === 'rejected' && document.findings.length > 0,
    'the impossible date is rejected with its place',
  );
}

interface Receipt {
  readonly documentId: string;
}

interface Sent {
  readonly status: string;
  readonly format: string | null;
  readonly findings: Parameters<typeof showFindings>[0];
  readonly oneDocumentId: string | null;
}

interface Declared {
  readonly declarationId: string;
  readonly oneDocumentId: string;
  readonly status: string;
  readonly declarant: string;
  readonly declaration: { readonly parties: Parameters<typeof showParties>[0] };
}

interface List<Item> {
  readonly items: readonly Item[];
}

async function send(party: Party, path: string, contentType: string): Promise<Sent> {
  const { documentId } = await party.send<Receipt>(sample(path), contentType);
  line(`202 received ${documentId}`);
  const document = await checked(party, documentId);
  line(`${document.status} as ${document.format}, in one-document ${document.oneDocumentId}`);
  showFindings(document.findings);
  must(document.status === 'accepted' && document.oneDocumentId !== null, `${path} is accepted`);
  return document;
}

const checked = (party: Party, documentId: string): Promise<Sent> =>
  until(`The check of ${documentId}`, async () => {
    const document = await party.get<Sent>(`/v1/documents/${documentId}`);
    return document.status === 'received' ? undefined : document;
  });

async function answer(customs: Party, declarationId: string, responses: readonly string[]): Promise<void> {
  chapter('Customs answers · 海关回执');
  for (const response of responses) {
    const { status } = await customs.post<Declared>(`/v1/declarations/${declarationId}/responses`, { response });
    line(status);
    must(status === response, `customs' ${response} counts`);
  }
}

async function timeline(party: Party, oneDocumentId: string): Promise<void> {
  chapter('The timeline · 时间线');
  const items = await until('The release on the timeline', async () => {
    const found = await party.get<List<Step>>(`/v1/one-documents/${oneDocumentId}/timeline`);
    return found.items.some(({ kind }) => kind.endsWith('released')) ? found.items : undefined;
  });
  showTimeline(items);
}

type Step = Parameters<typeof showTimeline>[0][number] & { readonly kind: string };
