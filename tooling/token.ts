import { parseArgs } from 'node:util';
import { isPartyCode, openSigningKey, ROLES, type Caller, type Role } from '#access';
import { keyDirectory } from '#room';

/** Prints a token signed with the installation's own key: `npm run token -- --party CODE --role ROLE [--lifetime 8h]`. */
const LIFETIME = /^[1-9]\d{0,5} ?(s|m|h|d|w|y)$/;

const wish = read();
if (wish === undefined) {
  process.stderr.write(`Usage: npm run --silent token -- --party CODE --role ${ROLES.join('|')} [--lifetime 8h]\n`);
  process.exit(2);
}
const key = await openSigningKey(keyDirectory(process.env));
process.stdout.write(`${await key.tokenFor(wish.caller, wish.lifetime)}\n`);

/** What the arguments ask for; undefined when they do not say it. */
function read(): { readonly caller: Caller; readonly lifetime: string } | undefined {
  const { party, role, lifetime } = options();
  if (!isPartyCode(party) || !ROLES.includes(role as Role) || !LIFETIME.test(lifetime)) return undefined;
  return { caller: { party, role: role as Role }, lifetime };
}

function options(): { readonly party?: string; readonly role?: string; readonly lifetime: string } {
  try {
    return parseArgs({
      options: { party: { type: 'string' }, role: { type: 'string' }, lifetime: { type: 'string', default: '8h' } },
    }).values;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return { lifetime: '' };
  }
}
