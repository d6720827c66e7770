import type { Address, Contact, OneDocument, SchemedCode } from '#domain';
import { cell, column, inBoth, quiet, type Section } from '../section.js';
import type { SourceLabels } from '../source-labels.js';
import { ROLES, SCHEMES } from '../words.js';

export const parties = ({ parties: given }: OneDocument, labels: SourceLabels): Section => ({
  heading: { zh: '当事方', en: 'Parties' },
  columns: [
    column('角色', 'Role', 2.2),
    column('名称与地址', 'Names and address', 6),
    column('代码', 'Codes', 3.8),
    column('来源', 'Sources', 1.4),
  ],
  rows: given.map(({ role, names, codes, address, contacts = [], sources }) => [
    cell(inBoth(ROLES[role])),
    [...cell(...names.map(({ text }) => text)), ...quiet(addressText(address), ...contacts.map(contactText))],
    cell(...codes.map(codeText)),
    quiet(labels(sources)),
  ]),
});

const addressText = ({ lines = [], city, region, postcode, countryCode }: Address = {}): string =>
  [...lines, city, region, postcode, countryCode].filter(Boolean).join(', ');

const contactText = ({ name, phone, email }: Contact): string => [name, phone, email].filter(Boolean).join(' · ');

function codeText({ scheme, code }: SchemedCode): string {
  const words = SCHEMES[scheme];
  return `${words ? inBoth(words) : scheme}: ${code}`;
}
