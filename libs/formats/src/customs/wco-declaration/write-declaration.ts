import type { BorderCrossing, Declaration, DeclaredContainer, Finding } from '#domain';
import { atMost, formOf, ownReference, stated, type FormTree } from '../../declaring/declared-form.js';
import { declarantAmong, inRole, partiesOf, type PlacedParty } from '../../declaring/declared-parties.js';
import { error } from '../../findings.js';
import type { Writing } from '../../format.js';
import { writeXml } from '../../syntax/write-xml.js';
import { BILL_TYPE_CODES, DECLARATION_TYPE_CODES, DOCUMENT_TYPE_CODES, MODE_CODES, ORIGINAL } from './code-lists.js';
import { goodsItem, mass, packageCount } from './goods.js';
import { certifiedParties, IDENTIFIER, partyElements } from './parties.js';
import { dateTime } from './times.js';
import type { GoodsShipment, WcoDeclaration } from './tree.types.js';

/** The declaration as a WCO Data Model message, under customs' number where it has one. Nothing is left out without a finding. */
export function writeWcoDeclaration(declaration: Declaration, customsNumber?: string): Writing {
  if (declaration.goodsItems.length > MOST_ITEMS) return { findings: [tooManyItems] };
  const { members, findings } = formOf(declaration, declarationTree(declaration, customsNumber));
  const bytes = writeXml({
    MetaData: {
      '@xmlns': 'urn:wco:datamodel:WCO:DocumentMetaData-DMS:2',
      WCODataModelVersionCode: '3.6',
      WCOTypeName: 'DEC',
      ResponsibleCountryCode: 'CN',
      Declaration: {
        '@xmlns': 'urn:wco:datamodel:WCO:DEC-DMS:2',
        '@xmlns:ds': 'urn:wco:datamodel:WCO:Declaration_DS:DMS:2',
        ...members,
      },
    },
  });
  return { bytes, findings };
}

function declarationTree(declaration: Declaration, customsNumber: string | undefined): WcoDeclaration {
  const { totals, borderCrossing, goodsItems } = declaration;
  const parties = partiesOf(declaration);
  return {
    FunctionCode: ORIGINAL,
    FunctionalReferenceID: ownReference(declaration),
    ID: stated(customsNumber, '/customsNumber', atMost(70)),
    IssueDateTime: dateTime(declaration.preparedAt, '/preparedAt'),
    TypeCode: stated(DECLARATION_TYPE_CODES[declaration.type], '/type', atMost(3)),
    GoodsItemQuantity: String(goodsItems.length),
    DeclarationOfficeID: stated(declaration.customsOffice, '/customsOffice', atMost(17)),
    TotalGrossMassMeasure: mass(totals.grossMassKg.declared, '/totals/grossMassKg/declared'),
    TotalPackageQuantity: packageCount(totals.packages.declared, '/totals/packages/declared'),
    AdditionalDocument: documentsOf(declaration, { overBorder: true }),
    BorderTransportMeans: meansElements(borderCrossing),
    Consignment: {
      Carrier: partyElements(inRole(parties, borderCrossing.mode === 'sea' ? 'seaCarrier' : 'railCarrier')),
      Itinerary: declaration.type === 'transit' ? THROUGH_CHINA : undefined,
    },
    Declarant: declarantElements(declaration, parties),
    GoodsShipment: shipmentElements(declaration, parties),
  };
}

const THROUGH_CHINA: FormTree = { SequenceNumeric: '1', RoutingCountryCode: 'CN' };

/** Whose party code declares: the party that has it, with the code that customs knows best. */
function declarantElements({ declarant }: Declaration, parties: readonly PlacedParty[]): FormTree | undefined {
  const own = declarantAmong(parties, declarant);
  return own ? partyElements(own, ['/declarant']) : { ID: stated(declarant, '/declarant', IDENTIFIER) };
}

function shipmentElements(declaration: Declaration, parties: readonly PlacedParty[]): GoodsShipment {
  const { borderCrossing, type } = declaration;
  const { placeOfLoading, departsAt } = borderCrossing;
  return {
    ExitDateTime: type === 'export' ? dateTime(departsAt, '/borderCrossing/departsAt') : undefined,
    AEOMutualRecognitionParty: certifiedParties(parties),
    Consignee: partyElements(inRole(parties, 'consignee')),
    Consignment: {
      LoadingLocation: {
        Name: stated(placeOfLoading.names[0]?.text, '/borderCrossing/placeOfLoading/names/0', atMost(256)),
        ID: stated(placeOfLoading.unLocode, '/borderCrossing/placeOfLoading/unLocode', atMost(17)),
      },
      TransportEquipment: declaration.containers.map(equipmentElements),
    },
    Consignor: partyElements(inRole(parties, 'consignor')),
    Destination: type === 'import' ? { CountryCode: 'CN' } : undefined,
    ExportCountry: type === 'export' ? { ID: 'CN' } : undefined,
    GovernmentAgencyGoodsItem: declaration.goodsItems.map(goodsItem),
    PreviousDocument: documentsOf(declaration, { overBorder: false }),
  };
}

/** A master bill stands by the house bill that names it where it is no document of the declaration itself. */
const documentsOf = ({ transportDocuments }: Declaration, { overBorder }: { overBorder: boolean }): FormTree[] =>
  transportDocuments.flatMap(({ kind, number, billLevel, masterBill, crossesBorder, crossesExit = false }, index) => {
    const at = `/transportDocuments/${index}`;
    if ((crossesBorder || crossesExit) !== overBorder) return [];
    const code = billLevel === undefined ? DOCUMENT_TYPE_CODES[kind] : BILL_TYPE_CODES[billLevel];
    const document = {
      ID: stated(number, [`${at}/number`, `${at}/masterBill`], atMost(70)),
      TypeCode: stated(code, `${at}/kind`, atMost(3)),
    };
    const isHere = masterBill === undefined || transportDocuments.some((other) => other.number === masterBill);
    if (isHere) return [document];
    return [{ ID: stated(masterBill, `${at}/masterBill`, atMost(70)), TypeCode: BILL_TYPE_CODES.master }, document];
  });

/** A ship by its name and IMO number, a train by its number, a train without one by the only wagon. */
function meansElements({ mode, meansOfTransport }: BorderCrossing): FormTree {
  const { vessel, vesselImo, train, wagons } = meansOfTransport;
  const at = '/borderCrossing/meansOfTransport';
  const [wagon, ...others] = wagons ?? [];
  return {
    Name: stated(vessel, `${at}/vessel`, atMost(35)),
    ID:
      stated(vesselImo, `${at}/vesselImo`, atMost(35)) ??
      stated(train, `${at}/train`, atMost(35)) ??
      (others.length === 0 ? stated(wagon, `${at}/wagons`, atMost(35)) : undefined),
    IdentificationTypeCode: vesselImo === undefined ? undefined : 'IMO',
    ModeCode: stated(MODE_CODES[mode], '/borderCrossing/mode', atMost(1)),
  };
}

const equipmentElements = ({ number, seals }: DeclaredContainer, index: number): FormTree => ({
  SequenceNumeric: String(index + 1),
  ID: stated(number, `/containers/${index}/number`, atMost(17)),
  Seal: seals.map((seal, position) => ({
    SequenceNumeric: String(position + 1),
    ID: stated(seal, `/containers/${index}/seals/${position}`, atMost(35)),
  })),
});

const MOST_ITEMS = 999;

const tooManyItems: Finding = error({
  code: 'DECLARATION.TOO_MANY_ITEMS',
  path: '/goodsItems',
  en: `The form holds at most ${MOST_ITEMS} goods items. Declare the goods in several records.`,
  zh: `该格式最多容纳 ${MOST_ITEMS} 项商品。请分多票申报。`,
});
