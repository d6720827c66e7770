import { normaliseContainerNumber, type Temperature } from '#domain';
import { cubicMetresPerHour, statedSettings, type ReeferStatement } from '../../mapping/reefers.js';
import type {
  SettingTemperature,
  TemperatureMeasure,
  TransportEquipment,
} from '../../uncefact/building-blocks.types.js';
import { TRANSPORT_TEMPERATURE } from '../../uncefact/code-lists.js';
import { containersNamed } from '../../uncefact/goods.js';
import { decimal } from '../../uncefact/quantities.js';
import type { BillConsignment, BillItem } from './tree.types.js';

/** Of each container: its set point, humidity and air flow. */
export const statementsOfEquipment = ({ utilizedLogisticsTransportEquipment: listed = [] }: BillConsignment) =>
  listed.flatMap((equipment, index) =>
    statementsOf(equipment, `/specifiedConsignment/0/utilizedLogisticsTransportEquipment/${index}`),
  );

function statementsOf(equipment: TransportEquipment, path: string): ReeferStatement[] {
  const { humidityPercent, airFlow, settingTransportSettingTemperature: temperatures = [] } = equipment;
  const containers = [normaliseContainerNumber(equipment.id?.content ?? '')];
  return [
    ...temperatures.flatMap((temperature, index) =>
      rangeOrSetPoint(temperature, `${path}/settingTransportSettingTemperature/${index}`),
    ),
    ...(humidityPercent
      ? [{ path: `${path}/humidityPercent`, settings: { humidityPercent: decimal(humidityPercent) } }]
      : []),
    ...(airFlow ? [{ path: `${path}/airFlow`, settings: airExchangeOf(airFlow) }] : []),
  ].map((said) => ({ ...said, containers }));
}

const airExchangeOf = (airFlow: NonNullable<TransportEquipment['airFlow']>) =>
  statedSettings({ airExchangeM3PerHour: cubicMetresPerHour(decimal(airFlow), airFlow.unitCode) });

/** Of goods: the lowest and the highest temperature, for every container that they are in. */
export const statementsOfGoods = ({ includedConsignmentItem: items = [] }: BillConsignment): ReeferStatement[] =>
  items.flatMap((item, index) => statementsOfItem(item, `/specifiedConsignment/0/includedConsignmentItem/${index}`));

function statementsOfItem(item: BillItem, path: string): ReeferStatement[] {
  if (!item.handlingInstructions) return [];
  const containers = containersNamed(item, new Set());
  return item.handlingInstructions.flatMap(({ applicableTransportSettingTemperature: temperatures = [] }, index) =>
    temperatures.flatMap((temperature) =>
      rangeOrSetPoint(temperature, `${path}/handlingInstructions/${index}/applicableTransportSettingTemperature/0`).map(
        (said) => ({ ...said, containers }),
      ),
    ),
  );
}

/** Temperatures of another type are not for the way. */
function rangeOrSetPoint({ typeCode, value, minimumValue, maximumValue }: SettingTemperature, path: string) {
  const settings = statedSettings({
    setPoint: value && temperatureOf(value),
    minimum: minimumValue && temperatureOf(minimumValue),
    maximum: maximumValue && temperatureOf(maximumValue),
  });
  const isForTheWay = (typeCode?.content ?? TRANSPORT_TEMPERATURE) === TRANSPORT_TEMPERATURE;
  return settings && isForTheWay ? [{ path, settings }] : [];
}

const temperatureOf = ({ content, unitCode }: TemperatureMeasure): Temperature => ({
  value: decimal({ content }),
  unit: unitCode,
});
