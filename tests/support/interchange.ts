/** The bills as the messages of one interchange, each under its own reference. */
export function interchangeOf(reference: string, bills: readonly Buffer[]): Buffer {
  const texts = bills.map((bill) => bill.toString('latin1'));
  const [before = ''] = /^.*?(?=UNH)/s.exec(texts[0] ?? '') ?? [];
  const messages = texts.map((text, index) =>
    text
      .slice(text.indexOf('UNH'), text.indexOf('UNZ'))
      .replace(/UNH\+[^+]*/, `UNH+${index + 1}`)
      .replace(/(UNT\+\d+\+)[^']*/, `$1${index + 1}`),
  );
  const header = before.replace(/HB\d{6}/, reference);
  return Buffer.from(`${header}${messages.join('')}UNZ+${bills.length}+${reference}'`, 'latin1');
}
