import { hasErrors, type DocumentKind, type TransportMode } from '#domain';
import type { Reading } from '../format.js';
import { withSettings } from '../mapping/reefers.js';
import type { EdifactSource, SegmentGroup } from '../syntax/edifact.js';
import { usualUnitIn } from '../syntax/edifact/temperatures.js';
import { MAIN_CARRIAGE, MODES, WHOLE_JOURNEY } from './code-lists.js';
import { containersIn } from './equipment.js';
import { goodsItemOf } from './goods-item.js';
import { stagesOf } from './legs.js';
import { numberOf, numbersIn } from './references.js';
import { totalsOf } from './totals.js';
import type { TransportMessage } from './transport-message.types.js';

/** The message held against its directory, its groups laid out by what they are about. `documents`: the document codes (1001) that the format takes in. */
export function layOut(source: EdifactSource, documents: ReadonlyMap<string, DocumentKind>): Reading<TransportMessage> {
  const { message, findings } = source.read();
  const beginning = message?.segment('BGM');
  if (!message || !beginning || hasErrors(findings)) return { findings };
  const kind = documents.get(beginning.text(1, 1));
  const stages = message.groups('TDT');
  const mode = modeOf(kind, stages);
  const references = numbersIn(message.openings('RFF'));
  const equipment = message.groups('EQD');
  const usualUnit = usualUnitIn(message.directory);
  const listed = containersIn(equipment, usualUnit);
  const goodsItems = message.groups('GID').map((group, index) => goodsItemOf(group, index, mode, usualUnit));
  const ofContainers = listed.flatMap(({ reefer }) => reefer);
  const ofGoods = goodsItems.filter(({ reefer }) => reefer.length > 0).flatMap(({ reefer }) => reefer);
  const tree: TransportMessage = {
    message,
    kind,
    mode,
    beginning,
    references,
    number: numberOf(kind, beginning, references),
    stages: stagesOf(message, stages, kind, mode),
    parties: message.groups('NAD'),
    goodsItems,
    equipment,
    containers: withSettings(
      listed.map(({ container }) => container),
      ofContainers,
      ofGoods,
    ),
    reefers: [...ofContainers, ...ofGoods],
    totals: totalsOf(message),
  };
  return { tree, findings };
}

/** A document for the whole journey goes by what its main carriage goes by; the others' names say it. */
function modeOf(kind: DocumentKind | undefined, stages: readonly SegmentGroup[]): TransportMode {
  if (kind === 'railWaybill') return 'rail';
  if (kind === undefined || !WHOLE_JOURNEY.has(kind)) return 'sea';
  const main = stages.find(({ opening }) => MAIN_CARRIAGE.has(opening.text(1)));
  return MODES.get(main?.opening.text(3, 1) ?? '') ?? 'sea';
}
