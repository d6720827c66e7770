const SLOTS = 1024;
const keys = new Int32Array(SLOTS);
const texts = new Array<string>(SLOTS).fill('');

/** Tags and codes of up to three characters come again and again: each is made once, until another one takes its place here. */
export function shortText(first: number, second = NONE, third = NONE): string {
  const key = (first + 1) | ((second + 1) << 9) | ((third + 1) << 18);
  const slot = Math.imul(key, SPREAD) >>> 22;
  if (keys[slot] === key) return texts[slot] as string;
  keys[slot] = key;
  return (texts[slot] = String.fromCharCode(...[first, second, third].filter((byte) => byte !== NONE)));
}

const NONE = -1;

/** Close keys come to lie far apart (Knuth, The Art of Computer Programming 3, 6.4). */
const SPREAD = 0x9e3779b1;
