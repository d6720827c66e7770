/** A bill of lading of about 5 KB as a carrier sends it: 22 goods items, each with its HS code, text, mass and share of a container. */
export function billOfLading(items = 22, release = '00B'): Buffer {
  const segments = [
    `UNH+1+IFTMCS:D:${release}:UN`,
    'BGM+705+HBLQZH2611057+9',
    'DTM+137:20261115:102',
    'CNT+7:22440.00:KGM',
    'RFF+BN:HBL26110904',
    'RFF+BM:HBLQZH2611057',
    'TDT+20+047S+1+13+HBLX:172:166:HAIBEI LINES',
    'LOC+9+CNQZH:139:6:QINZHOU',
    'DTM+133:202611151830:203',
    'LOC+11+SGSIN:139:6:SINGAPORE',
    'DTM+132:20261121:102',
    'NAD+CZ+CDJQ:160:ZZZ+CHENGDU JINQI CHEMICAL CO., LTD.:88 XINGFU ROAD:CHENGDU 610300',
    'NAD+CN+SGNCT:160:ZZZ+NANYANG COLOUR TRADING PTE. LTD.:2 TUAS AVENUE:SINGAPORE 637449',
    'NAD+CA+HBLX:172:166+HAIBEI LINES PTE. LTD.',
    ...Array.from({ length: items }, (_, index) => goodsItem(index + 1)).flat(),
    'EQD+CN+YDAU2005308+22G1:102:5',
    'MEA+AAE+T+KGM:2230',
    'SEL+CD0099120+SH',
    'EQD+CN+YDAU2004174+45G1:102:5',
    'MEA+AAE+T+KGM:3880',
    'SEL+CD0099121+SH',
  ];
  const message = [...segments, `UNT+${segments.length + 1}+1`].join("'");
  return Buffer.from(`UNB+UNOC:3+HBLX:ZZZ+ONEDOC:ZZZ+261115:0930+HB000457'${message}'UNZ+1+HB000457'`, 'latin1');
}

const goodsItem = (number: number): string[] => [
  `GID+${number}+48:CT`,
  'PIA+5+6911100000:HS',
  `FTX+AAA+++PORCELAIN TABLEWARE, SET ${String(number).padStart(3, '0')}:DINNER PLATES, WHITE, BOXED BY THE DOZEN, FOR HOTELS`,
  'MEA+AAE+G+KGM:1020.00',
  `SGP+${number % 2 === 0 ? 'YDAU2005308' : 'YDAU2004174'}+48`,
  'MEA+AAE+G+KGM:1020.00',
];
