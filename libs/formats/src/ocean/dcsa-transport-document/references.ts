import type { Party, Reference, ReferenceType } from '#domain';
import { REFERENCE_TYPES } from './code-lists.js';
import { distinct } from './distinct.js';
import type { CustomsReferenceTree, LicenseTree, PartyTree, TransportDocumentTree } from './tree.types.js';

/** Bookings first, then every further number the document gives, each once. An AEO number that stands on one of `mapped` is not repeated. */
export function referencesOf(document: TransportDocumentTree, mapped: readonly Party[]): Reference[] {
  const { consignmentItems, documentParties: parties } = document;
  const onParties = new Set(
    mapped.flatMap(({ codes }) => codes.filter(({ scheme }) => scheme === 'AEO').map(({ code }) => code)),
  );
  return distinct([
    ...all(
      'booking',
      consignmentItems.map((item) => item.carrierBookingReference),
    ),
    ...all('other', [document.shippingInstructionsReference]),
    ...all('contract', [
      document.serviceContractReference,
      document.extendedContractQuotationReference ?? document.contractQuotationReference,
    ]),
    ...typedReferences(document),
    ...[
      parties.shipper,
      parties.consignee,
      ...(parties.notifyParties ?? []),
      ...(parties.other ?? []).map(({ party }) => party),
    ].flatMap(partyReferences),
    ...all(
      'other',
      licencesOf(document).map((licence) => licence?.reference),
    ),
    ...all(
      'other',
      customsReferencesOf(document)
        .flatMap(({ values }) => values)
        .filter((value) => !onParties.has(value)),
    ),
  ]);
}

/** A customs reference of type AEO. */
export interface AeoReference {
  /** As written. */
  readonly value: string;
  /** Without `AEO` and the country code. */
  readonly number: string;
}

/** The AEO numbers among the customs references of the whole document. */
export const aeoReferencesOf = (document: TransportDocumentTree): AeoReference[] =>
  customsReferencesOf(document)
    .filter(({ type }) => type === 'AEO')
    .flatMap(({ countryCode = '', values }) =>
      values.map((value) => ({ value, number: withoutPrefix(value, `AEO${countryCode}`) })),
    );

const withoutPrefix = (value: string, prefix: string): string =>
  value.startsWith(prefix) ? value.slice(prefix.length) : value;

function customsReferencesOf(document: TransportDocumentTree): CustomsReferenceTree[] {
  const items = document.consignmentItems;
  const holders = [
    document,
    ...items,
    ...items.flatMap(({ cargoItems }) => cargoItems),
    ...document.utilizedTransportEquipments,
  ];
  return holders.flatMap(({ customsReferences }) => customsReferences ?? []);
}

function licencesOf(document: TransportDocumentTree): (LicenseTree | undefined)[] {
  const holders = [
    document,
    ...document.consignmentItems,
    ...document.consignmentItems.flatMap(({ cargoItems }) => cargoItems),
  ];
  return holders.flatMap(({ exportLicense, importLicense }) => [exportLicense, importLicense]);
}

function typedReferences({
  references,
  consignmentItems,
  utilizedTransportEquipments,
}: TransportDocumentTree): Reference[] {
  const single = [
    ...(references ?? []),
    ...utilizedTransportEquipments.flatMap((equipment) => equipment.references ?? []),
  ];
  const listed = consignmentItems.flatMap((item) => item.references ?? []);
  return [
    ...single.flatMap(({ type, value }) => all(typeOf(type), [value])),
    ...listed.flatMap(({ type, values }) => all(typeOf(type), values)),
  ];
}

const typeOf = (type: string): ReferenceType => REFERENCE_TYPES.get(type) ?? 'other';

const partyReferences = (party: PartyTree | undefined): Reference[] => [
  ...all('other', [party?.reference]),
  ...all('order', party?.purchaseOrderReferences ?? []),
];

const all = (type: ReferenceType, values: readonly (string | undefined)[]): Reference[] =>
  values.flatMap((value) => (value === undefined || value === '' ? [] : [{ type, value }]));
