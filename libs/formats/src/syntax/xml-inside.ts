import type { XmlElement } from './xml-element.js';

/** By local name, whatever their namespace. */
export const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((one) => one.name === name);

export const childOf = (element: XmlElement, name: string): XmlElement | undefined => childrenOf(element, name)[0];

/** The text at the end of a path of first children; an empty one counts as none. */
export function textAt(element: XmlElement, ...names: readonly string[]): string | undefined {
  const found = names.reduce<XmlElement | undefined>((inside, name) => inside && childOf(inside, name), element);
  return found === undefined || found.text === '' ? undefined : found.text;
}
