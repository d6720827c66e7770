import { existsSync, readFileSync } from 'node:fs';
import { readWcoResponse } from './index.js';

const SHARED = new URL('../../../../../../shared/reference/wco/', import.meta.url);
const sample = (name: string): string => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8');
const read = (text: string) => readWcoResponse(Buffer.from(text));
const codesOf = (text: string): string[] => {
  const reading = read(text);
  return reading.response ? [] : reading.findings.map(({ code, path }) => `${code} ${path}`);
};

const accepted = sample('accepted.wco.xml');
const changed = (from: string | RegExp, to: string): string => accepted.replace(from, to);

describe('a WCO response', () => {
  it('accepts a declaration', () => {
    expect(read(accepted)).toEqual({
      response: {
        code: 'DMSACC',
        meaning: 'accepted',
        text: { en: 'Declaration accepted', zh: '报关单已接受' },
        declaration: '01a000000000700080000000000000d1',
        reference: '800120260000417',
        at: '2026-11-12T11:00:00+08:00',
        customsNumber: '800120260426000417',
        errors: [],
        statements: [],
        duties: [],
        findings: [],
      },
    });
  });

  it('rejects it with what is wrong, in words or by its place', () => {
    expect(read(sample('rejected.wco.xml')).response).toMatchObject({
      meaning: 'rejected',
      at: '2026-11-12T03:30:00Z',
      errors: [
        { code: 'R12', text: '毛重与舱单不符' },
        { code: 'R07', text: '42A, 68A/2/145' },
      ],
    });
  });

  it('states more, by code, type and words, and tells what is not kept of it', () => {
    const stated = changed(
      '<Declaration>',
      `<AdditionalInformation><StatementCode>A2</StatementCode><StatementTypeCode>AFB</StatementTypeCode></AdditionalInformation>
       <AdditionalInformation><StatementDescription>请于三日内缴纳税款</StatementDescription><LimitDateTime>20261115</LimitDateTime></AdditionalInformation>
       <Amendment><ChangeReasonCode>16</ChangeReasonCode></Amendment><Status/><Declaration>`,
    ).replace(
      '</Declaration>',
      '<RejectionDateTime>20261112</RejectionDateTime></Declaration><Declaration><FunctionCode>9</FunctionCode></Declaration>',
    );
    const { response } = read(stated);
    expect(response?.statements).toEqual([{ code: 'A2', type: 'AFB' }, { text: '请于三日内缴纳税款' }]);
    expect(response?.findings.map(({ code, path }) => `${code} ${path}`)).toEqual(
      ['Amendment', 'AdditionalInformation[2]/LimitDateTime', 'Declaration[1]/RejectionDateTime', 'Declaration[2]'].map(
        (place) => `WCO_RESPONSE.NOT_KEPT /MetaData/Response/${place}`,
      ),
    );
  });

  it('states duties of the whole declaration and of its items, with amounts as they are written', () => {
    const { response } = read(sample('duties.wco.xml'));
    expect(response?.duties).toEqual([
      {
        assessed: { amount: '20410.00', currency: 'CNY' },
        payment: { amount: '20310.00', currency: 'CNY' },
        paymentReference: '8001202604260004171',
        paymentDue: '2026-11-27',
        guarantees: ['G5001230042'],
      },
      {
        itemNumber: 1,
        type: 'A00',
        regime: '100',
        taxBase: { amount: '100000.000', currency: 'CNY' },
        rate: '6.500',
        deducted: { amount: '100.00', currency: 'CNY' },
        assessed: { amount: '6500.00', currency: 'CNY' },
        payment: { amount: '6400.00', currency: 'CNY' },
      },
      { itemNumber: 1, type: 'B00', taxBaseQuantity: { quantity: '1070.0', unit: 'LTR' } },
    ]);
    expect(response?.findings).toEqual([]);
  });

  it.each([
    ['20410.00<', '20 410,00<', 'DutyTaxFee/Payment/TaxAssessedAmount'],
    ['currencyID="CNY">20410.00', 'currencyID="yuan">20410.00', 'DutyTaxFee/Payment/TaxAssessedAmount'],
    ['20261127', '20261332', 'DutyTaxFee/Payment/DueDateTime'],
    ['<TypeCode>A00<', '<TypeCode>A000<', 'GoodsShipment/GovernmentAgencyGoodsItem/Commodity/DutyTaxFee[1]/TypeCode'],
    [
      '<TypeCode>A00<',
      '<MethodCode>E</MethodCode><TypeCode>A00<',
      'GoodsShipment/GovernmentAgencyGoodsItem/Commodity/DutyTaxFee[1]/MethodCode',
    ],
    ['<SequenceNumeric>1<', '<SequenceNumeric>one<', 'GoodsShipment'],
  ])('tells what of duties it does not keep (%#)', (from, to, place) => {
    const { response } = read(sample('duties.wco.xml').replace(from, to));
    expect(response?.findings.map(({ path }) => path)).toEqual([`/Response/Declaration/${place}`]);
  });

  it.each([
    ['', 'DOCUMENT.UNKNOWN_SYNTAX '],
    ['<Manifest/>', 'WCO_RESPONSE.NOT_A_RESPONSE /Manifest'],
    [changed('RES-DMS:2', 'DEC-DMS:2'), 'WCO_RESPONSE.NOT_A_RESPONSE /MetaData'],
    [changed(/<Response[^]*<\/Response>/, '$&$&'), 'WCO_RESPONSE.SEVERAL /MetaData/Response[2]'],
    [changed('>01<', '>99<'), 'WCO_RESPONSE.FUNCTION_CODE /MetaData/Response/FunctionCode'],
    [
      changed(/<FunctionalReferenceID>01a0.*\n/, ''),
      'WCO_RESPONSE.NO_DECLARATION /MetaData/Response/Declaration/FunctionalReferenceID',
    ],
    [changed('20261112110000', '20261332110000'), 'WCO_RESPONSE.ISSUE_TIME /MetaData/Response/IssueDateTime'],
    [changed('20261112110000+08', '20261112'), 'WCO_RESPONSE.ISSUE_TIME /MetaData/Response/IssueDateTime'],
    [changed('<Declaration>', '<Error/><Declaration>'), 'WCO_RESPONSE.ERROR_CODE /MetaData/Response/Error'],
    [
      changed('<Declaration>', `<Error><ValidationCode>${'7'.repeat(9)}</ValidationCode></Error><Declaration>`),
      'WCO_RESPONSE.LENGTH /MetaData/Response/Error/ValidationCode',
    ],
    [changed('800120260426000417', '8'.repeat(71)), 'WCO_RESPONSE.LENGTH /MetaData/Response/Declaration/ID'],
    [
      changed(
        '<Declaration>',
        `<AdditionalInformation><StatementCode>${'7'.repeat(18)}</StatementCode></AdditionalInformation><Declaration>`,
      ),
      'WCO_RESPONSE.LENGTH /MetaData/Response/AdditionalInformation/StatementCode',
    ],
    [changed('800120260000417', '8'.repeat(36)), 'WCO_RESPONSE.LENGTH /MetaData/Response/FunctionalReferenceID'],
  ])('that cannot be taken says why (%#)', (text, finding) => expect(codesOf(text)).toEqual([finding]));

  it("of customs' published samples is read", () => {
    const samples = ['DMSACC', '03_DMSREJ', '05_DMSCTL', '07_DMSRES', '09_DMSCLE'].map(
      (name) => new URL(`sample_${name}.xml`, SHARED),
    );
    if (!samples.every((url) => existsSync(url))) return console.warn('The published samples are not present.');
    const responses = samples.map((url) => read(readFileSync(url, 'utf8')).response);
    expect(
      responses.map((response) => [response?.code, response?.meaning, response?.declaration, response?.customsNumber]),
    ).toEqual([
      ['DMSACC', 'accepted', '3.1_P1_TT_1311RM41', '19GBCKKCQSXV2FGVA8'],
      ['DMSREJ', 'rejected', 'Sample_A_TC01_1102_03', '20GB1NA4Y2YSRFGVR6'],
      ['DMSCTL', 'inspection', 'IM08a_PHYCTL_002', '20GB1Q3RTK463FGVR4'],
      ['DMSRES', 'amended', '3.1_P1_TT_1311RM41', '19GBCKKCQSXV2FGVA8'],
      ['DMSCLE', 'released', '3.1_P1_TT_1311RM41', '19GBCKKCQSXV2FGVA8'],
    ]);
    expect(responses.map((response) => response?.statements)).toEqual([[], [], [], [], [{ code: 'A2', type: 'AFB' }]]);
    expect(responses[1]?.errors).toEqual([{ code: 'CDS12005', text: '42A, 17C/R144' }]);
  });
});
