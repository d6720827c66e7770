import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parse } from 'csv-parse/sync';
import { buildCrosswalk, type GoodsQuestion, type Resolution } from '#crosswalk';

/** `npm run bench:crosswalk`: look-ups a second on one core, memory of the model, time to build and to rebuild from events. */
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const heap = () => {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};
const before = heap();
const crosswalk = buildCrosswalk();
const buildStart = performance.now();
crosswalk.nameGoods(questionOf('小麦粉'));
const buildMs = performance.now() - buildStart;
const modelMb = heap() - before;

/** Every line is another one: words of real lines with numbers, brands and packing that no other has. */
function* lines(count: number): Generator<string> {
  const rows = parse<{ name: string }>(readFileSync('libs/crosswalk/calibration/labelled-lines.csv', 'utf8'), {
    columns: true,
  });
  for (let at = 0; at < count; at++) {
    const { name } = rows[at % rows.length] as { name: string };
    yield at < rows.length ? name : `${name} ${PACKING[at % PACKING.length]} ${at} LOT-${at * 7}`;
  }
}

const PACKING = ['25KG/BAG', '纸箱装', 'в мешках по 50 кг', 'IN CARTONS', '散装', 'на поддонах'];

function questionOf(text: string): GoodsQuestion {
  return { railNames: [{ text }], railCodes: [], customsNames: [], hsCodes: [], parties: ['P1'] };
}

const perSecond = (count: number): number => answered([...lines(count)].map(questionOf));

/** As one exchange sees them: the goods of a thousand customers, again and again. */
const repeatedPerSecond = (count: number): number => {
  const thousand = [...lines(1000)].map(questionOf);
  return answered(Array.from({ length: count }, (_, at) => thousand[at % 1000] as GoodsQuestion));
};

function answered(questions: readonly GoodsQuestion[]): number {
  const start = process.cpuUsage();
  for (const question of questions) crosswalk.nameGoods(question);
  const { user, system } = process.cpuUsage(start);
  return Math.round(questions.length / ((user + system) / 1e6));
}

function rebuiltMs(count: number): number {
  const events = [...lines(count)].map((value, at): Resolution => ({
    id: `r${at}`,
    version: 1,
    party: `P${at % 50}`,
    subject: { scheme: 'NAME', value },
    answer: { hsCode: '840732' },
  }));
  const start = performance.now();
  buildCrosswalk(events).nameGoods(questionOf('小麦粉'));
  return Math.round(performance.now() - start);
}

perSecond(2000);
console.table({
  'look-ups a second of processor time, every line another': perSecond(20_000),
  'the same thousand lines again and again': repeatedPerSecond(20_000),
  'first question (reads the tables), ms': Math.round(buildMs),
  'memory of the model, MB': Math.round(modelMb),
  'rebuilt from 10,000 resolutions, ms': rebuiltMs(10_000),
});
