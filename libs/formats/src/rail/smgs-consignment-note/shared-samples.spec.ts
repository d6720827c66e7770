import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TransportDocument } from '#domain';
import { readDocument } from '../../read-document.js';
import { smgsConsignmentNote } from './index.js';

/** Three shipments with the record each should lead to, in a folder `shared` beside the repository. */
const shared = fileURLToPath(new URL('../../../../../../shared/samples/', import.meta.url));
const folders = existsSync(shared)
  ? readdirSync(shared).filter((name) => existsSync(`${shared}${name}/rail.smgs.json`))
  : [];
if (folders.length === 0)
  console.info(`The shared shipments are not at ${shared}: the comparison with their expected records is skipped.`);

/** A value that both documents state alike, or rail's and sea's. */
type Stated = string | { readonly rail: string };

interface ExpectedRecord {
  readonly documents: readonly { readonly kind: string; readonly number: string }[];
  readonly containers: readonly {
    readonly number: string;
    readonly checkDigitValid: boolean;
    readonly sizeType: string;
    readonly tareKg: string;
    readonly seals: string[];
  }[];
  readonly legs: readonly {
    readonly mode: string;
    readonly from: ExpectedPlace;
    readonly to: ExpectedPlace;
    readonly departure: string;
    readonly arrival: string;
    readonly train: string;
  }[];
  readonly parties: readonly { readonly role: string; readonly names: string[]; readonly country?: string }[];
  readonly goods: readonly {
    readonly railNames: string[];
    readonly railCode: object;
    readonly otherRailCodes?: object[];
    readonly packages: Stated;
    readonly packageType: string;
    readonly grossMassKg: Stated;
    readonly containers: string[];
  }[];
  readonly totals: { readonly packages: Stated; readonly grossMassKg: Stated; readonly containers: string };
}

interface ExpectedPlace {
  readonly unlocode: string;
  readonly station: string;
  readonly name: string;
}

const onRail = (value: Stated): string => (typeof value === 'string' ? value : value.rail);

describe('shared shipments, as far as rail speaks', () => {
  if (folders.length === 0) it.skip('are not beside the repository', () => undefined);

  for (const folder of folders)
    describe(folder, () => {
      let note: TransportDocument;
      let expected: ExpectedRecord;

      beforeAll(() => {
        const { document, findings } = readDocument(readFileSync(`${shared}${folder}/rail.smgs.json`), [
          smgsConsignmentNote,
        ]);
        expect(findings).toEqual([]);
        note = document!;
        expected = JSON.parse(readFileSync(`${shared}${folder}/expected.json`, 'utf8')) as ExpectedRecord;
      });

      it('number and containers', () => {
        expect(note.number).toBe(expected.documents.find(({ kind }) => kind === 'rail')?.number);
        expect(
          note.containers.map(({ number, checkDigitValid, sizeType, tareKg, seals }) => ({
            number,
            checkDigitValid,
            sizeType,
            tareKg,
            seals,
          })),
        ).toEqual(
          expected.containers.map(({ number, checkDigitValid, sizeType, tareKg, seals }) => ({
            number,
            checkDigitValid,
            sizeType,
            tareKg,
            seals,
          })),
        );
      });

      it('leg', () => {
        const place = ({ unlocode, station, name }: ExpectedPlace) => ({
          unLocode: unlocode,
          stationCode: station,
          names: [{ text: name }],
        });
        const rail = expected.legs.filter(({ mode }) => mode === 'rail');
        expect(note.legs).toHaveLength(rail.length);
        rail.forEach((leg, index) => {
          expect(note.legs[index]).toMatchObject({
            mode: 'rail',
            from: place(leg.from),
            to: place(leg.to),
            train: leg.train,
            departure: 'actual',
            arrival: 'actual',
          });
          expect(note.legs[index]?.departsAt?.slice(0, 10)).toBe(leg.departure);
          expect(note.legs[index]?.arrivesAt?.slice(0, 10)).toBe(leg.arrival);
        });
      });

      it('parties', () => {
        for (const party of note.parties) {
          const match = expected.parties.find(({ role }) => role === party.role);
          expect(match?.names).toEqual(expect.arrayContaining(party.names.map(({ text }) => text)));
          expect(party.address?.countryCode).toBe(match?.country);
        }
        expect(note.parties.map(({ role }) => role)).toEqual(['consignor', 'consignee', 'railCarrier']);
      });

      it('goods', () => {
        const goods = note.goods.map((line) => ({
          names: line.names.map(({ text }) => text),
          codes: line.railCodes,
          packages: line.packages,
          packageType: line.packageType,
          grossMassKg: line.grossMassKg,
          containers: line.stowage.map(({ containerNumber }) => containerNumber),
        }));
        expect(goods).toEqual(
          expected.goods.map((item) => ({
            names: item.railNames,
            codes: [item.railCode, ...(item.otherRailCodes ?? [])],
            packages: onRail(item.packages),
            packageType: item.packageType,
            grossMassKg: onRail(item.grossMassKg),
            containers: item.containers,
          })),
        );
      });

      it('totals', () => {
        const { packages, grossMassKg, containers } = expected.totals;
        expect(note.totals).toEqual({ packages: onRail(packages), grossMassKg: onRail(grossMassKg), containers });
      });
    });
});
