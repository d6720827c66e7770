import type { Bilingual } from '#domain';
import { ASKS } from './asks.js';

/** One element: where it stands among its siblings, how often, how long its text is, and what to do when it is lacking. */
export interface ElementRule {
  readonly name: string;
  readonly max: number;
  /** Set where the element is mandatory. */
  readonly asks?: Bilingual;
  /** Greatest number of characters of its text. */
  readonly length?: number;
  readonly form?: RegExp;
  readonly children?: readonly ElementRule[];
}

const UNBOUNDED = 9999;

type Limits = Partial<Omit<ElementRule, 'name'>>;

const text = (name: string, length: number, limits: Limits = {}): ElementRule => ({ name, max: 1, length, ...limits });
const group = (name: string, children: readonly ElementRule[], limits: Limits = {}): ElementRule => ({
  name,
  max: 1,
  children,
  ...limits,
});

const DECIMAL = /^\d{1,14}(\.\d{1,5})?$/;
const AT = /^\d{8}(\d{4}086)?$/;
const OFFICE = /^\d{4}$/;

export const HEAD_RULES: readonly ElementRule[] = [
  text('MessageID', 70, { form: /^[\w@.-]+$/, asks: ASKS.messageId }),
  text('FunctionCode', 1, { form: /^[2359]$/, asks: ASKS.messageId }),
  text('MessageType', 6, { form: /^MT\d{4}$/, asks: ASKS.messageId }),
  text('SenderID', 70, { asks: ASKS.senderId }),
  text('ReceiverID', 70, { asks: ASKS.receiverId }),
  text('SendTime', 17, { form: /^\d{17}$/, asks: ASKS.messageId }),
  text('Version', 3, { form: /^1\.0$/, asks: ASKS.messageId }),
];

const communication = group('Communication', [text('ID', 50), text('TypeID', 3)], { max: 3 });
const contact = group('Contact', [text('Name', 70), communication]);
const address = group('Address', [
  text('Line', 256),
  text('CityName', 35),
  text('PostcodeID', 9),
  text('CountryCode', 2),
]);

const partyRules: readonly ElementRule[] = [
  text('ID', 70),
  text('Name', 70, { asks: ASKS.partyName }),
  address,
  communication,
  contact,
  text('AEO', 17),
];

const item = group(
  'ConsignmentItem',
  [
    text('SequenceNumeric', 5, { form: /^\d+$/, asks: ASKS.goods }),
    group(
      'Commodity',
      [
        text('CargoDescription', 256, { asks: ASKS.cargoDescription }),
        text('Description', 256),
        group('Classification', [text('ID', 12, { form: /^\d{6,12}$/ })]),
      ],
      { asks: ASKS.cargoDescription },
    ),
    group('GoodsMeasure', [text('GrossMassMeasure', 20, { form: DECIMAL, asks: ASKS.itemMass })], {
      asks: ASKS.itemMass,
    }),
    group('Packaging', [text('QuantityQuantity', 8, { form: /^\d+$/, asks: ASKS.itemPackages })], {
      asks: ASKS.itemPackages,
    }),
  ],
  { max: UNBOUNDED, asks: ASKS.goods },
);

const contract = group(
  'TransportContractDocument',
  [text('ConditionCode', 2), text('ID', 35, { asks: ASKS.transportDocument })],
  { asks: ASKS.transportDocument },
);

const consignment: readonly ElementRule[] = [
  text('GrossVolumeMeasure', 20, { form: DECIMAL }),
  text('TotalPackageQuantity', 8, { form: /^\d+$/, asks: ASKS.packages }),
  group('BorderTransportMeans', [group('Itinerary', [text('RoutingCountryCode', 2)], { max: 99 })]),
  group('Consignee', partyRules, { asks: ASKS.consignee }),
  item,
  group('Consignor', partyRules, { asks: ASKS.consignor }),
  group('Freight', [text('PaymentMethodCode', 3)]),
  group(
    'GovernmentAgencyGoodsItem',
    [
      group('GoodsMeasure', [text('GrossMassMeasure', 20, { form: DECIMAL, asks: ASKS.grossMass })], {
        asks: ASKS.grossMass,
      }),
    ],
    { asks: ASKS.grossMass },
  ),
  group('GovernmentProcedure', [text('CurrentCode', 3)]),
  group(
    'NotifyParty',
    partyRules.filter(({ name }) => name !== 'AEO'),
  ),
  contract,
  group('TransportEquipment', [text('ID', 17)], { max: UNBOUNDED }),
  group('UNDGContact', [text('Name', 70, { asks: ASKS.dangerousGoodsContact }), communication]),
];

const means = group('BorderTransportMeans', [
  text('JourneyID', 17, { asks: ASKS.journey }),
  text('TypeCode', 1, { asks: ASKS.journey }),
  text('ID', 35),
  text('Name', 35),
]);

const office = text('DeclarationOfficeID', 4, { form: OFFICE, asks: ASKS.customsOffice });
const carrier = group('Carrier', [text('ID', 17, { asks: ASKS.carrier })], { asks: ASKS.carrier });
const person = group('RepresentativePerson', [text('Name', 70, { asks: ASKS.transmitter })], {
  asks: ASKS.transmitter,
});

/** Elements in the order of customs' messages MT1401 and MT2401, with the means of transport of MT2101; lengths and what is mandatory are Yidan's. */
export const DECLARATION_RULES: readonly ElementRule[] = [
  office,
  group('AdditionalInformation', [text('Content', 256)]),
  group('Agent', [text('ID', 17)]),
  { ...means, asks: ASKS.journey },
  carrier,
  group('Consignment', consignment, { asks: ASKS.transportDocument }),
  group('LoadingLocation', [text('ID', 17, { asks: ASKS.loadingPlace }), text('LoadingDateTime', 15, { form: AT })], {
    asks: ASKS.loadingPlace,
  }),
  person,
  group(
    'UnloadingLocation',
    [text('ArrivalDateTime', 15, { form: AT }), text('ID', 17, { asks: ASKS.unloadingPlace })],
    {
      asks: ASKS.unloadingPlace,
    },
  ),
];

/** A deletion names the bill and what carries it, and says why. */
export const DELETION_RULES: readonly ElementRule[] = [
  office,
  group('AdditionalInformation', [text('Content', 256)]),
  { ...means, asks: ASKS.journey },
  carrier,
  group('Consignment', [contract], { asks: ASKS.transportDocument }),
  person,
];
