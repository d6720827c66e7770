import { isOutside, type Finding, type ReeferSettings, type Temperature } from '#domain';
import { statedSettings } from '../../mapping/reefers.js';
import { warning } from './findings.js';
import type { RailWaybill, WaybillContainer } from './tree.types.js';

export const reeferSettingsOf = ({ SetPointCelsius, MinimumCelsius, MaximumCelsius }: WaybillContainer) =>
  statedSettings({
    setPoint: celsius(SetPointCelsius),
    minimum: celsius(MinimumCelsius),
    maximum: celsius(MaximumCelsius),
  });

const celsius = (value: string | undefined): Temperature | undefined =>
  value === undefined ? undefined : { value, unit: 'CEL' };

export const checkReefers = ({ Container }: RailWaybill): Finding[] =>
  Container.filter((container) => contradicts(reeferSettingsOf(container) ?? {})).map(({ path }) => noRange(path));

const contradicts = (settings: ReeferSettings): boolean =>
  isOutside(settings.minimum, settings) || isOutside(settings.setPoint, settings);

const noRange = (path: string): Finding =>
  warning({
    code: 'CHINA_RAIL.TEMPERATURE_RANGE',
    path,
    en: 'The lowest temperature is above the highest, or the set point is not between them. Correct what is wrong.',
    zh: '最低温度高于最高温度，或设定温度不在两者之间。请更正。',
  });
