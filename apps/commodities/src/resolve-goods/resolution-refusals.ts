import { Refusal } from '#domain';
import type { NewVersion } from './resolution-versions.js';

export const otherProposed = ({ id, version }: NewVersion): Refusal =>
  new Refusal(
    'COMMODITIES.PROPOSED',
    'conflict',
    {
      en: 'Another answer for the same subject waits for a second person. Let it be confirmed or rejected first.',
      zh: '同一对象的另一答复正待第二人复核。请先予以确认或否决。',
    },
    { resolution: { id, version } },
  );

export const notProposed = (): Refusal =>
  new Refusal('COMMODITIES.NOT_PROPOSED', 'conflict', {
    en: 'Nothing of this resolution waits for a second person; look at its versions.',
    zh: '该答复没有待第二人复核的内容；请查看其各版本。',
  });

export const ownProposal = (): Refusal =>
  new Refusal('COMMODITIES.OWN_PROPOSAL', 'forbidden', {
    en: 'Nobody confirms or rejects what they proposed. Let another person of your party do it.',
    zh: '任何人不得确认或否决自己提出的答复。请由本单位的另一人办理。',
  });

export const notYours = (): Refusal =>
  new Refusal('COMMODITIES.NOT_YOURS', 'forbidden', {
    en: 'Only who it was made for may do this: its party, or customs for what holds for everybody.',
    zh: '只有该答复所属的单位可以办理；对所有单位有效的答复由海关办理。',
  });

export const notStanding = (): Refusal =>
  new Refusal('COMMODITIES.NOT_STANDING', 'conflict', {
    en: 'No version of this resolution holds now; look at its versions.',
    zh: '该答复目前没有有效版本；请查看其各版本。',
  });

export const forEverybody = (): Refusal =>
  new Refusal('COMMODITIES.FOR_EVERYBODY', 'conflict', {
    en: 'This resolution is for everybody already.',
    zh: '该答复已对所有单位有效。',
  });
