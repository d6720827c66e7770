import type { Finding } from '#domain';
import { error, warning } from '../../findings.js';
import type { EquipmentTree, ReeferSettingsTree, TransportDocumentTree } from './tree.types.js';

/** Whether a reefer is to be run, and how. Paths are from the document's own root. */
export const checkReefers = ({ utilizedTransportEquipments }: TransportDocumentTree): Finding[] =>
  utilizedTransportEquipments.flatMap((equipment, index) =>
    checkReefer(equipment, `/utilizedTransportEquipments/${index}`),
  );

function checkReefer({ isNonOperatingReefer, activeReeferSettings: settings }: EquipmentTree, path: string): Finding[] {
  if (!settings) return isNonOperatingReefer === false ? [noSettings(`${path}/activeReeferSettings`)] : [];
  const operating = `${path}/isNonOperatingReefer`;
  return [
    ...(isNonOperatingReefer === true ? [notToBeRun(operating)] : []),
    ...(isNonOperatingReefer === undefined ? [notSaidToBeRun(operating)] : []),
    ...checkUnits(settings, `${path}/activeReeferSettings`),
  ];
}

function checkUnits(settings: ReeferSettingsTree, path: string): Finding[] {
  const { temperatureSetpoint, temperatureUnit, airExchangeSetpoint, airExchangeUnit } = settings;
  return [
    ...(temperatureSetpoint !== undefined && temperatureUnit === undefined ? [noUnit(`${path}/temperatureUnit`)] : []),
    ...(airExchangeSetpoint !== undefined && airExchangeUnit === undefined ? [noUnit(`${path}/airExchangeUnit`)] : []),
  ];
}

const RULE = 'DCSA EBL 3.0.4, ActiveReeferSettings';

const noSettings = (path: string): Finding =>
  warning({
    code: 'DCSA.NO_REEFER_SETTINGS',
    path,
    en: 'The reefer is to be run, and it is not said how. Give its set point.',
    zh: '冷藏箱须运行，但未给出设定。请填写设定温度。',
    rule: RULE,
  });

const notToBeRun = (path: string): Finding =>
  error({
    code: 'DCSA.NON_OPERATING_REEFER',
    path,
    en: 'The reefer is not to be run and yet has settings: the goods may spoil. Correct one of the two.',
    zh: '冷藏箱注明不运行，却填有运行设定，货物可能受损。请更正其中之一。',
    rule: RULE,
  });

const notSaidToBeRun = (path: string): Finding =>
  warning({
    code: 'DCSA.REEFER_OPERATION',
    path,
    en: 'Settings are for a reefer that is to be run, and this was taken for one. Say so: isNonOperatingReefer is false.',
    zh: '有运行设定的冷藏箱应注明须运行，本单证按须运行处理。请将 isNonOperatingReefer 填为 false。',
    rule: RULE,
  });

const noUnit = (path: string): Finding =>
  error({
    code: 'DCSA.NO_REEFER_UNIT',
    path,
    en: 'A set point without its unit may be read in the wrong one. Give CEL or FAH; for air exchange MQH or FQH.',
    zh: '设定值缺少单位，可能被误读。温度请填 CEL 或 FAH；换气量请填 MQH 或 FQH。',
    rule: RULE,
  });
