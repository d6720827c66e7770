import { Refusal } from '#domain';
import type { NewVersion } from './resolution-versions.js';

export const otherProposed = ({ id, version }: NewVersion): Refusal =>
  new Refusal(
    'COMMODITIES.PROPOSED',
    'conflict',
    'Another answer for the same subject waits for a second person. Let it be confirmed or rejected first.',
    { resolution: { id, version } },
  );

export const notProposed = (): Refusal =>
  new Refusal(
    'COMMODITIES.NOT_PROPOSED',
    'conflict',
    'Nothing of this resolution waits for a second person; look at its versions.',
  );

export const ownProposal = (): Refusal =>
  new Refusal(
    'COMMODITIES.OWN_PROPOSAL',
    'forbidden',
    'Nobody confirms or rejects what they proposed. Let another person of your party do it.',
  );

export const notYours = (): Refusal =>
  new Refusal(
    'COMMODITIES.NOT_YOURS',
    'forbidden',
    'Only who it was made for may do this: its party, or customs for what holds for everybody.',
  );

export const notStanding = (): Refusal =>
  new Refusal('COMMODITIES.NOT_STANDING', 'conflict', 'No version of this resolution holds now; look at its versions.');

export const forEverybody = (): Refusal =>
  new Refusal('COMMODITIES.FOR_EVERYBODY', 'conflict', 'This resolution is for everybody already.');
