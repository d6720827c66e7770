import { existsSync, readFileSync } from 'node:fs';
import { projectRoot } from '#contracts';

const read = (path: string): Buffer => readFileSync(new URL(path, projectRoot));

/** The two shipments that the documentation tells of. */
export const samples = {
  enginesWaybill: () =>
    read('libs/formats/src/rail/smgs-consignment-note/samples/valid/chongqing-qinzhou-engines.smgs.json'),
  enginesReplacement: () =>
    read('libs/formats/src/rail/smgs-consignment-note/samples/valid/chongqing-qinzhou-engines.replacement.smgs.json'),
  enginesCancellation: () =>
    read('libs/formats/src/rail/smgs-consignment-note/samples/valid/chongqing-qinzhou-engines.cancellation.smgs.json'),
  enginesBill: () =>
    read('libs/formats/src/ocean/dcsa-transport-document/samples/valid/qinzhou-singapore-engines.dcsa.json'),
  paintWaybill: () => read('libs/formats/src/rail/china-rail-waybill/samples/valid/chengdu-qinzhou-paint.waybill.xml'),
  paintBill: () =>
    read('libs/formats/src/ocean/dcsa-transport-document/samples/valid/qinzhou-singapore-paint.dcsa.json'),
  paintMessage: () => read('libs/formats/src/ocean/iftmcs/samples/valid/chengdu-singapore-paint.iftmcs.edi'),
};

/** Reference shipments beside the repository, for whoever has them; undefined elsewhere, and the test says so. */
export function referenceSample(path: string): Buffer | undefined {
  const place = new URL(`../shared/samples/${path}`, projectRoot);
  return existsSync(place) ? readFileSync(place) : undefined;
}
