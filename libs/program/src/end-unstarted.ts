import type { Bilingual } from '#domain';

const DIRECTORY: Bilingual = {
  en: 'Name a directory that can be written in YIDAN_DATA.',
  zh: '请以 YIDAN_DATA 指定可写入的目录。',
};

/** What a file system says of a directory that cannot be written. */
const CLOSED = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR']);

/** Ends a process that could not start, and says what to do next where that is known; a fault of ours shows where it stands. */
export function endUnstarted(error: unknown): never {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  const next = syscall === 'mkdir' || CLOSED.has(code ?? '') ? DIRECTORY : undefined;
  const isOurSentence = code === undefined && (error as Error).constructor === Error;
  if (next === undefined && !isOurSentence) throw error;
  process.stderr.write(`${[message, next?.en, next?.zh].filter(Boolean).join('\n')}\n`);
  process.exit(1);
}
