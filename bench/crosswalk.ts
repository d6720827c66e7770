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

/** Every line is another one: these names with numbers, brands and packing that no other has. */
function* lines(count: number, names = realNames()): Generator<string> {
  for (let at = 0; at < count; at++) {
    const name = names[at % names.length] as string;
    yield `${name} ${PACKING[at % PACKING.length]} ${at} LOT-${at * 7}`;
  }
}

const rowsOf = (file: string) =>
  parse<Record<string, string>>(readFileSync(`libs/crosswalk/${file}`, 'utf8'), { columns: true });

/** Of five hundred real lines. */
const realNames = () => rowsOf('calibration/labelled-lines.csv').map(({ name }) => name as string);

const PACKING = ['25KG/BAG', '纸箱装', 'в мешках по 50 кг', 'IN CARTONS', '散装', 'на поддонах'];

function questionOf(text: string): GoodsQuestion {
  return { railNames: [{ text }], railCodes: [], customsNames: [], hsCodes: [], parties: ['P1'] };
}

/** As many customers see them: the same goods with other numbers and packing. */
const perSecond = (count: number): number => answered([...lines(count)].map(questionOf));

/** No goods twice: names of the table, each far from the one before. */
const othersPerSecond = (count: number): number => {
  const names = rowsOf('src/data/goods-names.csv').flatMap(({ zh, ru, en, zhOther, ruOther, enOther }) =>
    [zh, ru, en, zhOther, ruOther, enOther].flatMap((cell = '') => cell.split('|')),
  );
  const distinct = [...new Set(names)].filter((name) => name !== '');
  const spread = distinct.map((_, at) => distinct[(at * FAR) % distinct.length] as string);
  return answered([...lines(count, spread)].map(questionOf));
};
const FAR = 7919;

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
  'look-ups a second of processor time, every line another, of 500 goods': perSecond(20_000),
  'no goods twice': othersPerSecond(20_000),
  'the same thousand lines again and again': repeatedPerSecond(20_000),
  'first question (reads the tables), ms': Math.round(buildMs),
  'memory of the model, MB': Math.round(modelMb),
  'rebuilt from 10,000 resolutions, ms': rebuiltMs(10_000),
});
