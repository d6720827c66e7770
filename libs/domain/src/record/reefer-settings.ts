import type { Container, ReeferSettings } from '../consignment.js';
import type { Compared, Discrepancy, StatedValue } from '../one-document.js';
import { settingsAgree, settingsText } from '../reefer-settings.js';
import { compare, disagrees, discrepancy, discrepancyOn } from './compare.js';
import { onSide, sourcesOf, type Side, type Statement } from './held-document.js';

type Group = readonly Statement<Container>[];

/** What both sides say of how a container is to be run; absent where neither does. */
export const gatherSettings = (group: Group): Compared<ReeferSettings> | undefined =>
  group.some(statesSettings) ? compareSettings(settingsOn(group, 'rail'), settingsOn(group, 'sea')) : undefined;

/** Where rail and sea would run the container differently, and where the documents of one side would. */
export function settingsDiscrepancies(group: Group, path: string): Discrepancy[] {
  if (!group.some(statesSettings)) return [];
  const place = { code: 'REEFER_SETTINGS', field: 'reeferSettings', path: `${path}/reeferSettings` };
  const [rail, sea] = [settingsOn(group, 'rail'), settingsOn(group, 'sea')];
  return [
    ...(disagrees(compareSettings(rail, sea)) ? [discrepancy(place, statedBy(rail), statedBy(sea))] : []),
    ...(rail.others.length > 0 ? [{ ...discrepancyOn('rail', place, statedBy(rail)), other: rail.others }] : []),
    ...(sea.others.length > 0 ? [{ ...discrepancyOn('sea', place, statedBy(sea)), other: sea.others }] : []),
  ];
}

const statesSettings = ({ value }: Statement<Container>): boolean => value.reeferSettings !== undefined;

interface SideSettings {
  /** What the first document that speaks of it says, with what those that agree with it add. */
  readonly settings: ReeferSettings | undefined;
  readonly sources: readonly string[];
  readonly others: readonly StatedValue[];
}

function settingsOn(group: Group, side: Side): SideSettings {
  let settings: ReeferSettings | undefined;
  const agreeing: Statement<Container>[] = [];
  const others: StatedValue[] = [];
  for (const statement of onSide(group, side)) {
    const said = statement.value.reeferSettings;
    if (said && settings && !settingsAgree(settings, said)) {
      others.push({ value: settingsText(said), sources: [statement.documentId] });
    } else if (said) {
      settings = { ...said, ...settings };
      agreeing.push(statement);
    }
  }
  return { settings, sources: sourcesOf(agreeing), others };
}

/** Where the sides agree, each adds what the other does not say. */
function compareSettings(rail: SideSettings, sea: SideSettings): Compared<ReeferSettings> {
  const compared = compare(rail.settings, sea.settings, settingsAgree);
  return compared.value ? { ...compared, value: { ...sea.settings, ...rail.settings } } : compared;
}

const statedBy = ({ settings = {}, sources }: SideSettings): StatedValue => ({
  value: settingsText(settings),
  sources,
});
