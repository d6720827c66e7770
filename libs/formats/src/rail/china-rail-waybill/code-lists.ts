/**
 * Class and division that the first two digits of a China rail number (铁危编号) stand for (GB 6944-2012 classes, which equal those of the
 * UN). Sources: schema/SOURCE.md. The published serial ranges end where the printed list ended (class 3 at 32158), while numbers above them
 * are in use (32198 for paint), so only the class and division digits count.
 */
export const CLASS_BY_RAIL_NUMBER: ReadonlyMap<string, string> = new Map([
  ['11', '1.1'],
  ['12', '1.2'],
  ['13', '1.3'],
  ['14', '1.4'],
  ['15', '1.5'],
  ['16', '1.6'],
  ['21', '2.1'],
  ['22', '2.2'],
  ['23', '2.3'],
  ['31', '3'],
  ['32', '3'],
  ['41', '4.1'],
  ['42', '4.2'],
  ['43', '4.3'],
  ['51', '5.1'],
  ['52', '5.2'],
  ['61', '6.1'],
  ['62', '6.2'],
  ['71', '7'],
  ['81', '8'],
  ['82', '8'],
  ['83', '8'],
  ['91', '9'],
]);

/** Whether a declared class (`1.4S`, `3`, or `2` for a whole class) is the one that the number's digits name; undefined when they name none. */
export function agreesWithRailNumber(hazardClass: string, railNumber: string): boolean | undefined {
  const listed = CLASS_BY_RAIL_NUMBER.get(railNumber.slice(0, 2));
  if (listed === undefined) return undefined;
  const declared = hazardClass.replace(/[A-Z]$/, '');
  return declared === listed || listed.startsWith(`${declared}.`);
}
