import fc from 'fast-check';
import type { TransportEvent } from '#domain';
import type { AnyFormat } from '../../format.js';
import { readDocument } from '../../read-document.js';

/** Texts as a sender may write them, of the sample's character set (UNOC), trimmed as the reader does. */
const text = fc
  .string({ unit: fc.constantFrom(...'012ABCxyzé?+:\'*"\\/<&0 '), minLength: 1, maxLength: 30 })
  .map((written) => written.trim())
  .filter((written) => written !== '');
const leadingZeros = fc.string({ unit: fc.constantFrom(...'0012'), minLength: 1, maxLength: 10 });
const released = (written: string): string => written.replace(/[?+:']/g, '?$&');

/** What is special to messages of containers; the sample has one booking or bill, a ship and at least one container. */
export function describeEquipmentMessage(format: AnyFormat, sample: string): void {
  const read = (message: string) => readDocument(Buffer.from(message, 'latin1'), [format]);
  const changed = (from: RegExp, to: string): string => {
    expect(sample).toMatch(from);
    return sample.replace(from, () => to);
  };

  describe('what the sender wrote survives', () => {
    it('references with leading zeros and any sign, the voyage and the ship’s name, from bytes to the events as JSON', () => {
      fc.assert(
        fc.property(text, leadingZeros, text, (reference, voyage, vessel) => {
          const message = changed(/RFF\+BN:\w+|RFF\+BM:\w+/, `RFF+BN:${released(reference)}`)
            .replace('TDT+20+046S', () => `TDT+20+${voyage}`)
            .replace(/(TDT\+20.*?):HAIBEI CONCORD/, (_, start: string) => `${start}:${released(vessel)}`)
            .replace(/TDT\+1\+.*?'/, '')
            .replace(
              /UNT\+\d+/,
              () => `UNT+${sample.split(/(?<!\?)'/).length - 4 - (sample.includes('TDT+1+') ? 1 : 0)}`,
            );
          const { findings, events } = read(message);
          expect(findings).toEqual([]);
          const [event] = (JSON.parse(JSON.stringify(events)) as { events: TransportEvent[] }).events;
          expect(event?.references).toEqual([{ type: 'booking', value: reference }]);
          expect(event?.means).toMatchObject({ voyage, vessel });
        }),
        { numRuns: 1000 },
      );
    });
  });

  it('an event of a container that is not named has none', () => {
    const { events } = read(changed(/(?<=EQD\+CN\+)[A-Z0-9 ]+/, ''));
    expect(events?.events[0]).not.toHaveProperty('equipment');
  });

  describe('the function of the message', () => {
    it.each([
      ['', 'original'],
      ['1', 'cancellation'],
      ['5', 'replacement'],
      ['7', 'original'],
    ])('%j is %s', (code, purpose) => {
      expect(read(changed(/(?<=BGM\+\d+\+\w+\+)9/, code)).events?.purpose).toBe(purpose);
    });

    it('a message that takes back what it does not name is rejected', () => {
      const { findings, events } = read(changed(/(?<=BGM\+\d+\+)\w+\+9/, '+1'));
      expect(findings.map(({ code }) => code)).toEqual(['EVENT.NO_NUMBER']);
      expect(events).toBeUndefined();
    });

    it('without a number the message goes by its reference', () => {
      expect(read(changed(/(?<=BGM\+\d+\+)\w+/, '')).events?.number).toBe('UNH 1');
    });
  });
}

/** `holds`: what of the sample holds the temperatures at its end. Absent: its container's segments. */
export function describeReefers(format: AnyFormat, sample: string, holds = ITS_CONTAINER): void {
  describe(`how a reefer is to be run, by ${holds.source.slice(0, 3)}`, () => {
    const run = (temperatures: string) => {
      const message = withTemperatures(sample, temperatures, holds);
      const { findings, events } = readDocument(Buffer.from(message, 'latin1'), [format]);
      return [findings.map(({ code }) => code), events?.events[0]?.equipment?.reeferSettings];
    };

    it('is told with the event, in the unit that is written', () => {
      const settings = {
        setPoint: { value: '-18', unit: 'CEL' },
        minimum: { value: '-4.0', unit: 'FAH' },
        maximum: { value: '5', unit: 'FAH' },
      };
      expect(run(`TMP+2+-018:CEL'RNG+5+FAH:-4.0:5'`)).toEqual([[], settings]);
    });

    it('is told to the sender where it is not read, or contradicts itself', () => {
      expect(run(`TMP+2+-018:KEL'`)).toEqual([['EVENT.REEFER_UNIT'], undefined]);
      expect(run(`TMP+2+-018:CEL'TMP+2+-020:CEL'`)).toEqual([
        ['EVENT.REEFER_SETTING', 'EVENT.REEFER_SETTING'],
        undefined,
      ]);
    });
  });
}

const ITS_CONTAINER = /EQD\+CN.*?'((RFF|EQN|TMD|TSR|DTM|LOC|MEA|DIM|TDT)\+.*?')*/;

const withTemperatures = (sample: string, temperatures: string, holds: RegExp): string =>
  sample
    .replace(holds, (group) => group + temperatures)
    .replace(/UNT\+(\d+)/, (_, count) => `UNT+${Number(count) + temperatures.split("'").length - 1}`);
