import { existsSync, readFileSync } from 'node:fs';
import { XmlBufferInputProvider, XmlDocument, xmlRegisterInputProvider, XsdValidator } from 'libxml2-wasm';

const FOLDER = new URL('../../../../../../../shared/reference/wco/', import.meta.url);
const NAMES = ['DocumentMetaData_2_DMS.xsd', 'WCO_DEC_2_DMS.xsd'] as const;

/** The schemas of WCO's declaration, where they are present. Their data types are not: they are made from the formats that the schemas give. */
export function wcoSchema(): XsdValidator | undefined {
  if (!NAMES.every((name) => existsSync(new URL(name, FOLDER)))) return undefined;
  const [metaData, declaration] = NAMES.map((name) => readFileSync(new URL(name, FOLDER), 'utf8')) as [string, string];
  const files = {
    'wco/DocumentMetaData_2_DMS.xsd': metaData,
    'wco/WCO_DEC_2_DMS.xsd': declaration,
    'wco/WCO_DS/WCO_METADATA_2_DMS.xsd': dataTypes(metaData),
    'wco/WCO_DS/WCO_DEC_DS_2_DMS.xsd': dataTypes(declaration),
  };
  const buffers = Object.entries(files).map(([name, text]) => [name, Buffer.from(text)] as const);
  xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(buffers)));
  return XsdValidator.fromDoc(XmlDocument.fromString(BOTH, { url: 'wco/both.xsd' }));
}

const BOTH = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:import namespace="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" schemaLocation="DocumentMetaData_2_DMS.xsd"/>
  <xs:import namespace="urn:wco:datamodel:WCO:DEC-DMS:2" schemaLocation="WCO_DEC_2_DMS.xsd"/>
</xs:schema>`;

function dataTypes(schema: string): string {
  const namespace = /xmlns:ds="([^"]+)"/.exec(schema)?.[1] as string;
  const used = [...schema.matchAll(/type="ds:(\w+)"[^>]*>[^]*?<\/xs:element>/g)];
  const types = new Map(
    used.map(([element, name]) => [name as string, /<WCOFormat>([^<]+)</.exec(element)?.[1] ?? '']),
  );
  const defined = [...types].map(([name, format]) => dataType(name, format));
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${namespace}" targetNamespace="${namespace}" elementFormDefault="qualified">
    ${TIME}${defined.join('\n')}</xs:schema>`;
}

function dataType(name: string, format: string): string {
  if (name.endsWith('DateTimeType'))
    return `<xs:complexType name="${name}"><xs:sequence><xs:element name="DateTimeString" type="Time"/></xs:sequence></xs:complexType>`;
  return `<xs:simpleType name="${name}Text"><xs:restriction base="xs:${facets(format)}</xs:restriction></xs:simpleType>
    <xs:complexType name="${name}"><xs:simpleContent><xs:extension base="${name}Text">${ATTRIBUTES}</xs:extension></xs:simpleContent></xs:complexType>`;
}

/** `an..35`, `a2`, `n..8`, `n..16,6`. */
function facets(format: string): string {
  const [, kind, upTo, length, decimals = '0'] = /^(a?n?)(\.\.)?(\d+)(?:,(\d+))?$/.exec(format) ?? [];
  if (kind === 'n') return `decimal"><xs:totalDigits value="${length}"/><xs:fractionDigits value="${decimals}"/>`;
  if (length === undefined) return 'token"><xs:minLength value="1"/>';
  return `token"><xs:${upTo ? 'maxLength' : 'length'} value="${length}"/><xs:pattern value=".*\\S.*"/>`;
}

const ATTRIBUTES = ['schemeID', 'listID', 'languageID', 'unitCode', 'currencyID']
  .map((name) => `<xs:attribute name="${name}" type="xs:token"/>`)
  .join('');

const TIME = `<xs:simpleType name="TimeText"><xs:restriction base="xs:string">
    <xs:pattern value="20\\d{6}(\\d{6}(Z|[-+]\\d\\d))?"/></xs:restriction></xs:simpleType>
  <xs:complexType name="Time"><xs:simpleContent><xs:extension base="TimeText"><xs:attribute name="formatCode" use="required">
    <xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="102"/><xs:enumeration value="304"/></xs:restriction></xs:simpleType>
  </xs:attribute></xs:extension></xs:simpleContent></xs:complexType>`;
