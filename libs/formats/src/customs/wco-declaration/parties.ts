import { atMost, stated, type FormTree } from '../../declaring/declared-form.js';
import { certifiedCode, type PlacedParty } from '../../declaring/declared-parties.js';
import { AEO_ROLE_CODES, PARTY_CODE_SCHEMES } from './code-lists.js';

/** Name, identifier and address, as every party of the model has them. The first name is the one that is carried. */
export function partyElements(
  placed: PlacedParty | undefined,
  saidBesides: readonly string[] = [],
): FormTree | undefined {
  if (!placed) return undefined;
  const { party, at } = placed;
  const [name] = party.names;
  const language = name?.language === undefined ? {} : { '@languageID': name.language };
  return {
    Name: stated(name?.text, `${at}/names/0`, atMost(70), language),
    ID: identifier(placed, saidBesides),
    Address: addressElements(placed),
  };
}

/** The code that customs knows best among those that fit. `saidBesides`: what else of the declaration it says. */
function identifier({ party: { codes }, at }: PlacedParty, saidBesides: readonly string[]) {
  const fitting = PARTY_CODE_SCHEMES.flatMap((scheme) =>
    codes.filter((code) => code.scheme === scheme && IDENTIFIER.takes(code.code)),
  );
  const [best] = fitting;
  const from = best && [`${at}/codes/${codes.indexOf(best)}`, ...saidBesides];
  return from && stated(best.code, from, IDENTIFIER, { '@schemeID': best.scheme });
}

export const IDENTIFIER = atMost(17);

function addressElements({ party: { address }, at }: PlacedParty): FormTree | undefined {
  if (!address) return undefined;
  const { lines, city, region, postcode, countryCode } = address;
  return {
    CityName: stated(city, `${at}/address/city`, atMost(35)),
    CountryCode: stated(countryCode, `${at}/address/countryCode`, atMost(2)),
    CountrySubDivisionName: stated(region, `${at}/address/region`, atMost(35)),
    Line: stated(lines?.join(', '), `${at}/address/lines`, atMost(70)),
    PostcodeID: stated(postcode, `${at}/address/postcode`, atMost(9)),
  };
}

/** Who is certified, each in its role. */
export const certifiedParties = (parties: readonly PlacedParty[]): FormTree[] =>
  parties.flatMap((placed) => {
    const ID = certifiedCode(placed, IDENTIFIER);
    const RoleCode = AEO_ROLE_CODES[placed.party.role];
    return ID && RoleCode ? [{ ID, RoleCode }] : [];
  });
