import { readPartyCode } from '#access';
import { DIRECTORY_IDS, type PartnerProfile } from '#formats';
import { bodyReader, closed, text } from '#room';

/** The character set is told by UNB: it is read before anyone knows what type of message is inside. */
export type SetProfile = Omit<PartnerProfile, 'charset'>;

export interface ProfileBody {
  readonly profile: SetProfile;
  /** Why it was agreed. */
  readonly reason: string;
}

const MOST_ENTRIES = 100;

const by = (values: object) => ({ type: 'object', maxProperties: MOST_ENTRIES, additionalProperties: values });

const CODES = { type: 'array', maxItems: 1000, items: text(35) };

const AGREEMENT = {
  severities: by({ enum: ['error', 'warning', 'ignore'] }),
  codes: by({ ...closed({ also: CODES, only: CODES }), minProperties: 1 }),
  directory: { enum: DIRECTORY_IDS },
};

export const readProfile = bodyReader<ProfileBody>(
  closed({ profile: closed({ ...AGREEMENT, messages: by(closed(AGREEMENT)) }), reason: text() }, ['profile', 'reason']),
);

/** The party code in the path. Refuses what cannot be one. */
export const partyCodeIn = (path: string): string => readPartyCode(path, 'EDIFACT_PROFILE.PARTY_CODE');
