import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

/** A font as it is written into a PDF, and the characters it carries. */
export interface PdfFont {
  readonly name: string;
  readonly bytes: Buffer;
  readonly characters: ReadonlySet<number>;
}

/** The first that carries a character writes it. */
export type Fonts = readonly [PdfFont, ...PdfFont[]];

let fonts: Promise<Fonts> | undefined;

/** Read when the first PDF is asked for, and kept. TrueType outlines: of a Chinese font's CFF ones pdfkit takes seconds to write a part. */
export const loadFonts = (): Promise<Fonts> =>
  (fonts ??= Promise.all([
    readFont('latin', '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
    readFont('chinese', '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
    readFont('thai', '@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf'),
  ]));

async function readFont(name: string, file: string): Promise<PdfFont> {
  const bytes = await readFile(createRequire(import.meta.url).resolve(file));
  return { name, bytes, characters: new Set((create(bytes) as Font).characterSet) };
}
