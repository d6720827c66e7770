import type { Bilingual, Finding } from '#domain';

/** A thing in a form, and what of it the form cannot carry. No body when the findings say why there can be none. */
export interface Rendered<Thing> {
  readonly body?: Thing | Buffer;
  readonly findings: readonly Finding[];
}

/** A form in which a thing is given out. */
export interface Rendering<Thing> {
  /** What `?format=` calls it. */
  readonly format: string;
  readonly mediaType: string;
  /** How a file of it ends. */
  readonly ending: string;
  /** `address`: where the thing is. */
  render(thing: Thing, address: string): Rendered<Thing> | Promise<Rendered<Thing>>;
}

/** What is given in several forms, and what is said where it can't be. */
export interface Forms<Thing> {
  /** The first is given to whoever has no wish. */
  readonly renderings: readonly [Rendering<Thing>, ...Rendering<Thing>[]];
  /** What such a thing is called: `A record`, `记录`. */
  readonly name: Bilingual;
  readonly refusals: { readonly unknown: string; readonly notWritable: string };
  /** Paths of the thing, and of what a form leaves out of it as it stands. */
  path(thing: Thing): string;
  findingsPath(thing: Thing): string;
  /** Without its ending. */
  fileName(thing: Thing): string;
}

const SYNTAXES = {
  json: { mediaType: 'application/vnd.yidan.document+json', ending: 'json' },
  xml: { mediaType: 'application/vnd.yidan.document+xml', ending: 'xml' },
  edifact: { mediaType: 'application/EDIFACT', ending: 'edi' },
};

export const whole = <Body>(body: Body) => ({ body, findings: [] });

/** The owners of these forms have registered no media types, so each says by its profile (RFC 6906) which it is. */
export function tradeForm<Thing>(
  format: string,
  syntax: keyof typeof SYNTAXES,
  encode: (thing: Thing) => { readonly bytes?: Buffer; readonly findings: readonly Finding[] },
): Rendering<Thing> {
  const { mediaType, ending } = SYNTAXES[syntax];
  return {
    format,
    mediaType: `${mediaType}; profile="urn:yidan:format:${format}"`,
    ending: `${format}.${ending}`,
    render(thing) {
      const { bytes, findings } = encode(thing);
      return { ...(bytes && { body: bytes }), findings };
    },
  };
}
