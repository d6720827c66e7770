import { XMLBuilder } from 'fast-xml-parser';

/** An element as data: members in the document's order, attributes under `@name`, text beside attributes under `#text`, a list for what repeats. */
export interface XmlMembers {
  readonly [name: string]: string | XmlMembers | readonly XmlMembers[] | undefined;
}

/** A document in UTF-8. Members without a value are not written; characters that XML 1.0 cannot hold become spaces. */
export function writeXml(root: XmlMembers): Buffer {
  const text = builder.build(root);
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${asXmlText(text)}`);
}

export const asXmlText = (text: string): string => text.replace(NOT_IN_XML, ' ');

/** XML 1.0 §2.2. */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#text',
  format: true,
  indentBy: '  ',
  suppressEmptyNode: true,
});
