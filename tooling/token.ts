import { parseArgs } from 'node:util';
import { isPartyCode, openSigningKey, ROLES, type Role } from '#access';
import { keyDirectory } from '#room';

/** Prints a token signed with the installation's own key: `npm run token -- --party CODE --role ROLE [--person NAME] [--lifetime 8h]`. */
const { party = '', role, person, lifetime } = asked();
if (!isPartyCode(party) || !ROLES.includes(role as Role)) usage();

const key = await openSigningKey(keyDirectory(process.env));
process.stdout.write(`${await signed()}\n`);

function asked() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ options: { party: text, role: text, person: text, lifetime: text } }).values;
  } catch {
    return usage();
  }
}

/** jose does not know every text for a lifetime. */
function signed(): Promise<string> {
  try {
    return key.tokenFor({ party, role: role as Role, ...(person && { person }) }, lifetime);
  } catch {
    return usage();
  }
}

function usage(): never {
  process.stderr.write(
    `Usage: npm run --silent token -- --party CODE --role ${ROLES.join('|')} [--person NAME] [--lifetime 8h]\n用法：签发令牌。CODE 为参与方代码，role 为角色，NAME 为经办人，lifetime 为有效期。\n`,
  );
  process.exit(2);
}
