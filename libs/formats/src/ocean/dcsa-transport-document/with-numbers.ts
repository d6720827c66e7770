/** A copy of a written tree in which the decimals that the standard has as numbers are numbers; elsewhere digits are text. */
export function withNumbers(node: unknown, toNumber: (digits: string) => unknown): unknown {
  if (Array.isArray(node)) return node.map((entry) => withNumbers(entry, toNumber));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => [
      name,
      typeof value === 'string' && isNumber(name, node) ? toNumber(asJson(value)) : withNumbers(value, toNumber),
    ]),
  );
}

const NUMBERS: ReadonlySet<string> = new Set([
  'numberOfPackages',
  'packingGroup',
  'flashPoint',
  'temperatureSetpoint',
  'humiditySetpoint',
  'airExchangeSetpoint',
]);

/** A `value` with a unit beside it is a quantity; that of a reference is text. */
const isNumber = (name: string, holder: object): boolean => NUMBERS.has(name) || (name === 'value' && 'unit' in holder);

/** JSON has no leading zeros. */
const asJson = (digits: string): string => digits.replace(/^(-?)0+(?=\d)/, '$1');
