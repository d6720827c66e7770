import { isDecimal, type CustomsAmount, type DutyTaxFee } from '#domain';
import { given } from '../../mapping/given.js';
import type { XmlElement } from '../../syntax/xml.js';
import { childOf, childrenOf } from '../../syntax/xml-inside.js';
import { dayOrTimeIn } from './times.js';

/** The duties of a declaration, and the outermost elements of them of which nothing can be kept. */
export interface ReadDuties {
  readonly duties: readonly DutyTaxFee[];
  readonly unread: readonly XmlElement[];
}

/** What customs states of duties, of the whole declaration and then item by item. What is not as WCO has it is left out rather than the answer refused. */
export function readDuties(declaration: XmlElement): ReadDuties {
  const read = new Set<XmlElement>();
  const value = <Value>(reader: (written: XmlElement) => Value | undefined, element: XmlElement | undefined) => {
    const found = element && reader(element);
    if (element && found !== undefined) read.add(element);
    return found;
  };
  const dutyOf = (duty: XmlElement): DutyTaxFee => {
    const payment = childOf(duty, 'Payment');
    const paid = (name: string) => payment && childOf(payment, name);
    const guarantees = (payment ? childrenOf(payment, 'ObligationGuarantee') : []).flatMap(
      (guarantee) => value(textUpTo(35), childOf(guarantee, 'ReferenceID')) ?? [],
    );
    return given({
      type: value(textUpTo(3), childOf(duty, 'TypeCode')),
      regime: value(textUpTo(3), childOf(duty, 'DutyRegimeCode')),
      taxBase: value(amountIn, childOf(duty, 'AdValoremTaxBaseAmount')),
      taxBaseQuantity: value(quantityIn, childOf(duty, 'SpecificTaxBaseQuantity')),
      rate: value(textUpTo(17), childOf(duty, 'TaxRateNumeric')),
      deducted: value(amountIn, childOf(duty, 'DeductAmount')),
      assessed: value(amountIn, paid('TaxAssessedAmount')),
      payment: value(amountIn, paid('PaymentAmount')),
      paymentReference: value(textUpTo(35), paid('ReferenceID')),
      paymentDue: value(dayOrTimeIn, paid('DueDateTime')),
      guarantees: guarantees.length > 0 ? guarantees : undefined,
    });
  };
  const ofItem = (item: XmlElement): DutyTaxFee[] => {
    const itemNumber = value(itemNumberIn, childOf(item, 'SequenceNumeric'));
    if (itemNumber === undefined) return [];
    return dutiesIn(childrenOf(item, 'Commodity'))
      .map(dutyOf)
      .filter(saysSomething)
      .map((duty) => ({ itemNumber, ...duty }));
  };
  const shipments = childrenOf(declaration, 'GoodsShipment');
  const items = shipments.flatMap((shipment) => childrenOf(shipment, 'GovernmentAgencyGoodsItem'));
  const duties = [...dutiesIn([declaration]).map(dutyOf).filter(saysSomething), ...items.flatMap(ofItem)];
  return { duties, unread: [...dutiesIn([declaration]), ...shipments].flatMap((one) => unreadIn(one, read)) };
}

const dutiesIn = (elements: readonly XmlElement[]): XmlElement[] =>
  elements.flatMap((element) => childrenOf(element, 'DutyTaxFee'));

const saysSomething = (duty: DutyTaxFee): boolean => Object.keys(duty).length > 0;

/** The outermost elements that say something and of which nothing was read. */
function unreadIn(element: XmlElement, read: ReadonlySet<XmlElement>): XmlElement[] {
  if (read.has(element)) return [];
  if (hasRead(element, read)) return element.children.flatMap((child) => unreadIn(child, read));
  return isEmpty(element) ? [] : [element];
}

const hasRead = (element: XmlElement, read: ReadonlySet<XmlElement>): boolean =>
  element.children.some((child) => read.has(child) || hasRead(child, read));

const isEmpty = ({ text, children }: XmlElement): boolean => text === '' && children.every(isEmpty);

const textUpTo =
  (length: number) =>
  ({ text }: XmlElement): string | undefined =>
    text !== '' && [...text].length <= length ? text : undefined;

const itemNumberIn = ({ text }: XmlElement): number | undefined =>
  /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined;

const decimalIn = (element: XmlElement): string | undefined => {
  const text = textUpTo(18)(element);
  return text !== undefined && isDecimal(text) ? text : undefined;
};

function amountIn(element: XmlElement): CustomsAmount | undefined {
  const [amount, currency] = [decimalIn(element), element.attributes.get('currencyID')];
  if (amount === undefined || (currency !== undefined && !/^[A-Z]{3}$/.test(currency))) return undefined;
  return given({ amount, currency });
}

function quantityIn(element: XmlElement): DutyTaxFee['taxBaseQuantity'] {
  const [quantity, unit] = [decimalIn(element), element.attributes.get('unitCode')];
  if (quantity === undefined || (unit !== undefined && !/^[A-Z0-9]{1,3}$/.test(unit))) return undefined;
  return given({ quantity, unit });
}
