import type { Finding } from '#domain';
import type { Noted } from './findings.js';
import { weigh, type PartnerProfile } from './partner-profile.js';

/** With so many errors a message is not looked at any further; as many warnings are kept. */
const ENOUGH = 200;

/** What is found in one message, weighed as was agreed with its sender. A message that has only warnings is read to its end, however many there are. */
export class MessageFindings implements Noted {
  readonly all: Finding[] = [];
  private errors = 0;

  constructor(private readonly profile: PartnerProfile) {}

  get hasEnoughErrors(): boolean {
    return this.errors >= ENOUGH;
  }

  push(finding: Finding): void {
    const [weighed] = weigh([finding], this.profile);
    if (weighed?.severity === 'error') this.errors += 1;
    if (weighed && (weighed.severity === 'error' || this.all.length < ENOUGH)) this.all.push(weighed);
  }
}
