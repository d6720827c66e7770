import type { OneDocument, Reference, TradeTime, TransportDocument } from '#domain';
import { writtenTime } from '../../syntax/edifact/trade-time.js';
import { TOTALS } from '../code-lists.js';
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

export function references(written: readonly Reference[], { transportDocuments }: OneDocument): WrittenGroup[] {
  const kinds = new Map(transportDocuments.map(({ number, kind }) => [number, kind]));
  return written.map(({ type, value }) => {
    const kind = type === 'transportDocument' ? kinds.get(value) : undefined;
    return group(['RFF', [(kind && DOCUMENT_CODES[kind]) ?? REFERENCE_CODES[type], value]]);
  });
}
