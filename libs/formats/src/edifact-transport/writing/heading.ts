import type { OneDocument, Reference, SourceDocument, TradeTime, TransportDocument } from '#domain';
import { writtenTime } from '../../syntax/edifact/trade-time.js';
import { NUMBERS_OF_BILLS, TOTALS } from '../code-lists.js';
import { group, type WrittenGroup } from './message-tree.js';

export const dateTime = (qualifier: string, time: TradeTime | undefined): WrittenGroup[] =>
  time === undefined ? [] : [group(['DTM', [qualifier, ...writtenTime(time)]])];

export function totals({ packages, grossMassKg, containers }: TransportDocument['totals']): WrittenGroup[] {
  const controls: [string, string | undefined, string?][] = [
    [TOTALS.grossMass, grossMassKg, 'KGM'],
    [TOTALS.packages, packages],
    [TOTALS.equipment, containers],
  ];
  return controls.filter(([, value]) => value !== undefined).map((control) => group(['CNT', control]));
}

/** 1153. A document that the record rests on goes by what it is. */
const REFERENCE_CODES: Readonly<Record<Reference['type'], string>> = {
  booking: 'BN',
  transportDocument: 'AAS',
  throughDocument: 'AFA',
  order: 'ON',
  contract: 'CT',
  other: 'ZZZ',
};
const DOCUMENT_CODES: Readonly<Partial<Record<TransportDocument['kind'], string>>> = {
  railWaybill: 'RCN',
  billOfLading: 'BM',
  seaWaybill: 'AAM',
};

/** The numbers that the document refers to, and that of its master bill. */
export function references(
  { references: written, masterBill }: TransportDocument,
  { transportDocuments }: OneDocument,
): WrittenGroup[] {
  const codes = new Map(transportDocuments.map((document) => [document.number, codeOf(document)]));
  const master: Reference[] = masterBill === undefined ? [] : [{ type: 'transportDocument', value: masterBill }];
  const others = written.filter(({ type, value }) => type !== 'transportDocument' || value !== masterBill);
  return [...master, ...others].map(({ type, value }) => {
    const code = value === masterBill ? NUMBERS_OF_BILLS.master : codes.get(value);
    return group(['RFF', [(type === 'transportDocument' && code) || REFERENCE_CODES[type], value]]);
  });
}

/** 1153 of the number of a document. */
const codeOf = ({ kind, billLevel }: Pick<SourceDocument, 'kind' | 'billLevel'>): string | undefined =>
  billLevel === undefined ? DOCUMENT_CODES[kind] : NUMBERS_OF_BILLS[billLevel];
