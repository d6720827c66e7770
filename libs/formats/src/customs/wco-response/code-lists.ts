import type { Bilingual } from '#domain';

/** What customs decided. `amended`: it corrected the declaration, which stays where it is. */
export type WcoMeaning = 'accepted' | 'rejected' | 'inspection' | 'amended' | 'released';

export interface WcoFunction {
  /** The name of the notification. */
  readonly code: string;
  readonly text: Bilingual;
  readonly meaning: WcoMeaning;
}

const said = (code: string, meaning: WcoMeaning, en: string, zh: string): WcoFunction => ({
  code,
  meaning,
  text: { en, zh },
});

/** 017, FunctionCode of a response; see schema/SOURCE.md. */
export const FUNCTIONS: ReadonlyMap<string, WcoFunction> = new Map([
  ['01', said('DMSACC', 'accepted', 'Declaration accepted', '报关单已接受')],
  ['03', said('DMSREJ', 'rejected', 'Declaration rejected', '报关单被退回')],
  ['05', said('DMSCTL', 'inspection', 'Customs intends to inspect the goods', '海关拟查验货物')],
  ['07', said('DMSRES', 'amended', 'Customs corrected the declaration after inspection', '海关查验后更正报关单')],
  ['09', said('DMSCLE', 'released', 'Declaration cleared, goods released', '报关单已办结，货物放行')],
]);
