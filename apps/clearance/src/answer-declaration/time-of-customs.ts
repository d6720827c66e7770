import { instantOf, Refusal, type Finding } from '#domain';
import type { Step } from './answer.js';

/** By which clocks may differ. */
const SLACK_MS = 5 * 60_000;

/** Nothing was decided later than now. `at` is a date and time with offset. */
export function refuseTimeToCome(at: string | undefined): void {
  if (at === undefined) return;
  const now = Date.now();
  if ((instantOf(at) ?? Infinity) > now + SLACK_MS) throw timeToCome(at, new Date(now).toISOString());
}

/** An answer is taken though its time lies before the step that it follows: customs may have had the goods declared elsewhere before. It is told. */
export function timeFindings(at: string | undefined, { status, at: last }: Pick<Step, 'status' | 'at'>): Finding[] {
  const isBefore = at !== undefined && Number(instantOf(at)) < Number(instantOf(last)) - SLACK_MS;
  return isBefore ? [beforeLastStep(at, status, last)] : [];
}

const timeToCome = (at: string, now: string): Refusal =>
  new Refusal(
    'CLEARANCE.TIME_TO_COME',
    'unprocessable',
    {
      en: `${at} is still to come; it is ${now} here. Check date and offset, and send the time at which customs decided, or leave it out.`,
      zh: `${at} 尚未到来，本系统当前时间为 ${now}。请核对日期和时区偏移，填写海关作出决定的时间，或不填。`,
    },
    { now },
  );

const beforeLastStep = (at: string, status: Step['status'], last: string): Finding => ({
  code: 'ANSWER.BEFORE_LAST_STEP',
  severity: 'warning',
  path: '/at',
  message: {
    en: `Customs' time ${at} lies before that of the step which it follows (${status}, ${last}). Check with customs which is right.`,
    zh: `海关时间 ${at} 早于其前一步（${status}，${last}）。请与海关核对。`,
  },
});
