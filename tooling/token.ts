import { parseArgs } from 'node:util';
import { openSigningKey, ROLES, type Role } from '#access';
import { keyDirectory } from '#room';

/** Prints a token signed with the installation's own key: `npm run token -- --party CODE --role ROLE [--person NAME] [--lifetime 8h]`. */
const { values } = parseArgs({
  options: {
    party: { type: 'string' },
    role: { type: 'string' },
    person: { type: 'string' },
    lifetime: { type: 'string', default: '8h' },
  },
});
const { party, role, person, lifetime } = values;

if (!party || !ROLES.includes(role as Role)) {
  process.stderr.write(
    `Usage: npm run --silent token -- --party CODE --role ${ROLES.join('|')} [--person NAME] [--lifetime 8h]\n`,
  );
  process.exit(2);
}
const key = await openSigningKey(keyDirectory(process.env));
process.stdout.write(`${await key.tokenFor({ party, role: role as Role, ...(person && { person }) }, lifetime)}\n`);
