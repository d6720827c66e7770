import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { buildCrosswalk } from '#crosswalk';
import type { Message } from '#messaging';
import { checkDocument } from '../../apps/documents/src/check-document/check-document.js';
import { Workspace } from '../../apps/documents/src/join-documents/workspace.js';
import { buildDeclaration } from '../../apps/clearance/src/lodge-declaration/build-declaration.js';
import { acceptedStep, receivedStep } from '../../apps/tracking/src/take-steps/document-steps.js';
import { versionStep } from '../../apps/tracking/src/take-steps/version-step.js';
import { legSteps } from '../../apps/tracking/src/take-steps/leg-steps.js';
import { declarationStep } from '../../apps/tracking/src/take-steps/declaration-step.js';
import { itemOf } from '../../apps/tracking/src/show-timeline/timeline-view.js';
import { questionAbout } from '../../apps/commodities/src/look-up-goods/crosswalk-question.js';
import { missingFor } from '../../apps/clearance/src/lodge-declaration/missing-for.js';
import { unsettledGoodsOf } from '../../apps/commodities/src/inbound/unsettled-goods.js';
import { declarationView } from '../../apps/clearance/src/read-declarations/declaration-view.js';
import { checkResolution } from '../../apps/commodities/src/resolve-goods/check-resolution.js';

const F = 'libs/formats/src/';
const RECORD = '01a00000-0000-7000-8000-000000000001';
const msg = (file: string, attributes: Record<string, string>): Message => {
  const data = readFileSync(F + file);
  return { id: '01a00000-0000-7000-8000-00000000e' + attributes['documentid']!.slice(-3), type: 'gateway.document.received.v1', source: 'gateway', key: attributes['documentid']!, time: attributes['receivedat']!, contentType: 'application/json', data,
    attributes: { ...attributes, sha256: createHash('sha256').update(data).digest('hex') } };
};
const json = (id: string, type: string, source: string, time: string, payload: object): Message => ({ id, type, source, key: RECORD, time, contentType: 'application/json', data: Buffer.from(JSON.stringify(payload)), attributes: {} });

it('makes', () => {
  const smgs = msg('rail/smgs-consignment-note/samples/valid/chongqing-qinzhou-engines.smgs.json', { documentid: '01a00000-0000-7000-8000-00000000000a', sender: 'RAIL-YG', senderrole: 'rail', receivedat: '2026-11-04T05:00:00.000Z' });
  const dcsa = msg('ocean/dcsa-transport-document/samples/valid/qinzhou-singapore-engines.dcsa.json', { documentid: '01a00000-0000-7000-8000-00000000000b', sender: 'HAIBEI', senderrole: 'ocean-carrier', receivedat: '2026-11-12T02:00:00.000Z' });
  const crosswalk = buildCrosswalk();
  const c1 = checkDocument(smgs); const c2 = checkDocument(dcsa);
  expect([c1.findings, c2.findings]).toEqual([[], []]);
  const w1 = new Workspace(new Map(), [], crosswalk, '2026-11-04T05:00:00.412Z');
  const p1 = w1.place(c1.accepted!);
  const drafts = [...w1.touched];
  const v1 = w1.made[0]!.record;
  const w2 = new Workspace(new Map(drafts.map((d) => [d.id, d])), [], crosswalk, '2026-11-12T02:00:00.538Z');
  w2.place(c2.accepted!);
  const fix = <T>(x: T): T => JSON.parse(JSON.stringify(x).replaceAll(p1.oneDocumentId as string, RECORD)) as T;
  const v2 = fix(w2.made.at(-1)!.record);
  const out = (name: string, x: unknown) => writeFileSync(`/tmp/ex/${name}.json`, JSON.stringify(x, null, 2));
  out('one-document', v2); out('v1', fix(v1)); out('visible', w2.made.at(-1)!.visibleTo);
  const m1 = json('01a00000-0000-7000-8000-00000000ee01', 'documents.one-document.changed.v1', 'documents', '2026-11-04T05:00:00.412Z', {});
  const m2 = json('01a00000-0000-7000-8000-00000000ee02', 'documents.one-document.changed.v1', 'documents', '2026-11-12T02:00:00.538Z', {});
  const acc = (id: string, m: Message, number: string, format: string, at: string) => acceptedStep(json(id, 'documents.document.accepted.v1', 'documents', at, { documentId: m.attributes['documentid'], sender: m.attributes['sender'], checkedAt: at, format, number, findings: [] }));
  const base = { declarationId: '01a00000-0000-7000-8000-0000000000d1', oneDocumentId: RECORD, oneDocumentVersion: 2, type: 'export', mode: 'advance', declarant: 'FWD-YUXIN', reasons: [] };
  const dec = (n: string, status: string, by: string, at: string) => declarationStep(json('01a00000-0000-7000-8000-00000000ed0' + n, `clearance.declaration.${status}.v1`, 'clearance', at, { ...base, status, by, at }));
  const steps = [receivedStep(smgs), acc('01a00000-0000-7000-8000-00000000ea01', smgs, c1.accepted!.document.source.number, c1.format!, '2026-11-04T05:00:00.412Z'), versionStep(fix(v1), m1), ...legSteps(v2, m2), receivedStep(dcsa),
    acc('01a00000-0000-7000-8000-00000000ea02', dcsa, c2.accepted!.document.source.number, c2.format!, '2026-11-12T02:00:00.538Z'), versionStep(v2, m2), dec('1', 'lodged', 'FWD-YUXIN', '2026-11-12T02:00:02.000Z'), dec('2', 'accepted', 'CUSTOMS-8001', '2026-11-12T11:00:00+08:00'), dec('3', 'released', 'CUSTOMS-8001', '2026-11-12T15:20:00+08:00')];
  const cmp = (a: typeof steps[number], b: typeof steps[number]) => a.sortsAt < b.sortsAt ? -1 : a.sortsAt > b.sortsAt ? 1 : a.position - b.position;
  out('timeline', { oneDocumentId: RECORD, items: steps.sort(cmp).map((s) => itemOf({ ...s, recordedAt: new Date(s.recordedAt) } as never)), nextCursor: null });
  const aeo = (p: { codes: readonly { scheme: string; code: string }[] }) => p.codes.some(({ code }) => code === 'SGLCMP') ? { aeoCode: 'AEOSG198801234D01', status: 'certified' as const, grade: 'STP-Plus', country: 'SG', validFrom: '2025-07-01' } :
    p.codes.some(({ code }) => code === '0002187') ? { aeoCode: 'AEOCN5001960001', status: 'certified' as const, grade: 'advanced', country: 'CN', validFrom: '2025-07-01' } : undefined;
  const declaration = buildDeclaration(v2, aeo as never, { declarationId: base.declarationId, type: 'export', mode: 'advance', declarant: 'FWD-YUXIN', customsOffice: '8001', preparedAt: '2026-11-12T02:00:02.000Z', aeoAsOf: '2026-11-12' } as never);
  const stored = { id: base.declarationId, oneDocumentId: RECORD, oneDocumentVersion: 2, type: 'export', mode: 'advance', status: 'released', declarant: 'FWD-YUXIN', lodgedAt: new Date('2026-11-12T02:00:02.000Z'), changedAt: new Date('2026-11-12T07:20:04.215Z'), declaration };
  const st = (status: string, by: string, at: string, reference: string | null) => ({ status, by, at, reasons: [], reference });
  out('declaration', declarationView(stored as never, [st('lodged', 'FWD-YUXIN', '2026-11-12T02:00:02.000Z', null), st('accepted', 'CUSTOMS-8001', '2026-11-12T11:00:00+08:00', '800120260000417'), st('released', 'CUSTOMS-8001', '2026-11-12T15:20:00+08:00', '800120260000431')] as never, { version: 2, state: 'open', record: v2 } as never));
  out('missing', missingFor(v1, 'export'));
  out('crosswalk-gng', crosswalk.nameGoods(questionAbout({ scheme: 'GNG', value: '84073200' }, 'FWD-YUXIN')));
  out('crosswalk-cnrail', crosswalk.nameGoods(questionAbout({ scheme: 'CN-RAIL', value: '0890000' }, 'FWD-LUHAI')));
  out('crosswalk-paint', crosswalk.nameGoods({ railNames: [{ text: '油漆 (丙烯酸涂料)', language: 'zh' }], railCodes: [{ scheme: 'CN-RAIL', code: '1590000' }], customsNames: [], hsCodes: [], parties: [] }));
  out('crosswalk-ceramic', crosswalk.nameGoods({ railNames: [{ text: '陶瓷餐具', language: 'zh' }], railCodes: [{ scheme: 'CN-RAIL', code: '0890000' }], customsNames: [], hsCodes: [], parties: [] }));
  out('unsettled', unsettledGoodsOf({ oneDocument: v1, visibleTo: [] }));
  out('findings', checkResolution({ subject: { scheme: 'NAME', value: '陶瓷餐具' }, answer: { hsCode: '691199' }, reason: 'x' } as never));
});
