import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { topics, type OneDocumentChanged } from '#contracts';
import { Hears, jsonOf, type BatchContext, type Message } from '#messaging';
import { inTurns } from '#room';
import { keepMemberships, type Membership } from '../storage/memberships.js';
import { keepNews, ofRecords } from '../storage/news.js';
import { replaceRecordKeys } from '../storage/record-keys.js';
import { keepRecords } from '../storage/records.js';
import { addSteps, replaceSteps } from '../storage/steps.js';
import { LEG_KINDS, legSteps } from '../take-steps/leg-steps.js';
import { versionStep } from '../take-steps/version-step.js';
import { latestVersions, type ToldVersion } from './latest-versions.js';

@Controller()
export class OneDocumentListener {
  /** Every version is a step; who may see the record and its departures, arrivals and keys are those of the latest version. */
  @Hears(topics.oneDocumentChanged)
  async changed(@Payload() batch: Message[], @Ctx() { transaction }: BatchContext): Promise<void> {
    const told = await inTurns(batch, (message): ToldVersion => ({
      message,
      event: jsonOf<OneDocumentChanged>(message),
    }));
    const versions = await addSteps(
      transaction,
      told.map(({ event, message }) => versionStep(event.oneDocument, message)),
    );
    const latest = latestVersions(told);
    const newIds = await keepRecords(
      transaction,
      latest.map(({ event }) => event),
    );
    const current = latest.filter(({ event }) => newIds.has(event.oneDocument.id));
    await keepMemberships(transaction, current.flatMap(mergerOf));
    await replaceRecordKeys(
      transaction,
      current.map(({ event }) => event.oneDocument),
    );
    const steps = current.flatMap(({ event, message }) => legSteps(event.oneDocument, message));
    await replaceSteps(transaction, [...newIds], LEG_KINDS, steps);
    await keepNews(transaction, ofRecords(versions));
  }
}

function mergerOf({ event: { oneDocument } }: ToldVersion): Membership[] {
  const { id, mergedInto } = oneDocument;
  return mergedInto === undefined ? [] : [{ memberId: id, oneDocumentId: mergedInto, isDocument: false }];
}
