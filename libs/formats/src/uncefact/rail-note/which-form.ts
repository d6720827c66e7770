import { at, typeCodeOf } from '../steps.js';

/** UN/CEFACT has one rail consignment note (UNTDID 1001: 720) in two forms. */
export type RailForm = 'SMGS' | 'CIM/SMGS';

const RAIL_CONSIGNMENT_NOTE = '720';

/**
 * The forms a document may be in. It is in the form that its guideline names; else in the one that alone has some of its members; a note that
 * says nothing of CIM is an SMGS note. Members of both forms leave two, which is for the sender to settle.
 */
export function railFormsOf(root: unknown): readonly RailForm[] {
  if (!isRailNote(root)) return [];
  const named = formsNamed(root);
  if (named) return named;
  const smgs = hasSmgsMembers(root);
  return hasCimMembers(root) ? (smgs ? ['SMGS', 'CIM/SMGS'] : ['CIM/SMGS']) : ['SMGS'];
}

/** By its document type, or without one by its movement (UNTDID 8067: 2 rail). */
function isRailNote(root: unknown): boolean {
  const type = typeCodeOf(root);
  if (type !== undefined) return type === RAIL_CONSIGNMENT_NOTE;
  return at(root, 'specifiedConsignment', 0, 'specifiedLogisticsTransportMovement', 0, 'modeCode', 'content') === '2';
}

/** A note under CIM alone is in neither form. */
function formsNamed(root: unknown): readonly RailForm[] | undefined {
  const parameter = ['exchangedDocumentContext', 'guidelineSpecifiedDocumentContextParameter', 0] as const;
  const guideline = [at(root, ...parameter, 'id', 'content'), at(root, ...parameter, 'value', 'content')].join(' ');
  const [smgs, cim] = [/SMGS|СМГС/i.test(guideline), /CIM|ЦИМ/i.test(guideline)];
  if (cim) return smgs ? ['CIM/SMGS'] : [];
  return smgs ? ['SMGS'] : undefined;
}

/** Members of the consignment that only the CIM/SMGS form has. */
const CIM_MEMBERS = [
  'availabilityDueDateTime',
  'netWeight',
  'associatedInvoiceAmount',
  'declaredValueForCustomsAmount',
  'packageType',
  'carrierAcceptanceLogisticsLocation',
];

/** Members of a border procedure that only the SMGS form has. */
const SMGS_MEMBERS = ['performanceDateTime', 'acquisitionDateTime'];

const hasCimMembers = (root: unknown): boolean =>
  CIM_MEMBERS.some((member) => at(root, 'specifiedConsignment', 0, member) !== undefined);

function hasSmgsMembers(root: unknown): boolean {
  const procedures = at(root, 'specifiedConsignment', 0, 'applicableCrossBorderRegulatoryProcedure');
  return (
    Array.isArray(procedures) &&
    procedures.some((procedure) => SMGS_MEMBERS.some((member) => at(procedure, member) !== undefined))
  );
}
