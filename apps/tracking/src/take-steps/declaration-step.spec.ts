import { topics, type DeclarationStep, type Topic } from '#contracts';
import { messageOf, record } from '../testing/record.js';
import { declarationStep } from './declaration-step.js';

const said: DeclarationStep = {
  declarationId: '0193a1b2-0000-7000-8000-0000000000de',
  oneDocumentId: record.id,
  oneDocumentVersion: 2,
  type: 'export',
  mode: 'advance',
  status: 'inspection',
  declarant: 'FWD-YUXIN',
  by: '7201',
  at: '2026-11-12T11:00:00+08:00',
  reasons: ['核对箱号'],
};

/** Long after it was done. */
const TAKEN = '2026-11-28T18:40:00.000Z';

describe('declarationStep', () => {
  it('says who took the step, and why', () => {
    const message = messageOf(topics.declarationInspection, said);
    expect(declarationStep(message)).toMatchObject({
      subjectId: record.id,
      kind: 'declaration.inspection',
      occursAt: '2026-11-12T11:00:00+08:00',
      sortsAt: '2026-11-12T03:00:00.000Z',
      certainty: 'actual',
      source: { room: 'clearance', topic: topics.declarationInspection, party: '7201', documents: [] },
      details: {
        declarationId: said.declarationId,
        type: 'export',
        mode: 'advance',
        declarant: 'FWD-YUXIN',
        recordVersion: 2,
        reasons: ['核对箱号'],
      },
    });
  });

  it('tells what customs did from what Yidan did, and when Yidan learned of it', () => {
    const stands = (topic: Topic, status: DeclarationStep['status']) => {
      const { occursAt, recordedAt, certainty } = declarationStep({
        ...messageOf(topic, { ...said, status }),
        time: TAKEN,
      });
      return { occursAt, recordedAt, certainty };
    };
    const customs = { occursAt: said.at, recordedAt: TAKEN, certainty: 'actual' };
    const yidan = { occursAt: said.at, recordedAt: said.at, certainty: 'recorded' };
    expect(stands(topics.declarationReleased, 'released')).toEqual(customs);
    expect(stands(topics.requestRefused, 'lodged')).toEqual(customs);
    expect(stands(topics.declarationNoted, 'lodged')).toEqual(customs);
    expect(stands(topics.declarationLodged, 'lodged')).toEqual(yidan);
    expect(stands(topics.declarationOutdated, 'accepted')).toEqual(yidan);
    expect(stands(topics.amendmentRequested, 'accepted')).toEqual(yidan);
  });

  it("has customs' number of the declaration from when it is known", () => {
    const accepted = { ...said, status: 'accepted', customsNumber: '800120260426000417' } as const;
    expect(declarationStep(messageOf(topics.declarationAccepted, accepted)).details).toMatchObject({
      customsNumber: '800120260426000417',
    });
    expect(declarationStep(messageOf(topics.declarationInspection, said)).details).not.toHaveProperty('customsNumber');
  });

  it('keeps every receipt that leaves the declaration where it is, behind its steps', () => {
    const channel = { code: 'R', text: { en: 'Customs formalities closed', zh: '已结关' } };
    const noted = (id: string) =>
      declarationStep({ ...messageOf(topics.declarationNoted, { ...said, status: 'released', channel }), id });
    expect(noted('1')).toMatchObject({ kind: 'declaration.noted', details: { channel } });
    expect(noted('1').stepId).not.toBe(noted('2').stepId);
    const released = declarationStep(messageOf(topics.declarationReleased, { ...said, status: 'released' }));
    expect(released.position).toBeLessThan(noted('1').position);
  });

  it('keeps a status that comes a second time, and puts statuses of one instant in their order', () => {
    const step = (change: Partial<DeclarationStep>) =>
      declarationStep(messageOf(topics.declarationLodged, { ...said, ...change }));
    expect(step({ at: '2026-11-13T11:00:00+08:00' }).stepId).not.toBe(step({}).stepId);
    expect(step({ status: 'lodged' }).position).toBeLessThan(step({ status: 'accepted' }).position);
  });
});
