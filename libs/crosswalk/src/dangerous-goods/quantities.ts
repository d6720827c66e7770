const UNITS: Readonly<Record<string, string>> = { ml: 'mL', l: 'L', g: 'g', kg: 'kg' };

/** One way of writing for both lists: `500 ml` and `500 mL`, `5kg` and `5 kg`, `See SP277` and `see SP 277`. */
export const limitedQuantity = (written: string): string =>
  reference(written).replace(
    /(\d)\s*(ml|g|kg|l)\b/gi,
    (_, digit: string, unit: string) => `${digit} ${UNITS[unit.toLowerCase()]}`,
  );

export const exceptedQuantity = (written: string): string => reference(written);

const reference = (written: string): string => written.replace(/see SP\s*(\d+)/i, 'see SP $1');
