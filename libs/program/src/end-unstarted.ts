import type { Bilingual } from '#domain';

const PORT: Bilingual = {
  en: 'Name another port in PORT, or stop the program that answers there.',
  zh: '请以 PORT 指定其他端口，或停止占用该端口的程序。',
};

const DATABASE: Bilingual = {
  en: 'Look at DATABASE_URL, and whether PostgreSQL runs there.',
  zh: '请检查 DATABASE_URL，以及该处的 PostgreSQL 数据库是否运行。',
};

const DIRECTORY: Bilingual = {
  en: 'Name a directory that can be written in YIDAN_DATA.',
  zh: '请以 YIDAN_DATA 指定可写入的目录。',
};

/** By what was asked of the system; otherwise by the code of Node or PostgreSQL. */
const BY_CALL: Readonly<Record<string, Bilingual>> = { listen: PORT, mkdir: DIRECTORY };

const NEXT: Readonly<Record<string, Bilingual>> = {
  EADDRINUSE: PORT,
  EADDRNOTAVAIL: PORT,
  ERR_SOCKET_BAD_PORT: PORT,
  ECONNREFUSED: DATABASE,
  ENOTFOUND: DATABASE,
  ETIMEDOUT: DATABASE,
  '28000': DATABASE,
  '28P01': DATABASE,
  '3D000': DATABASE,
  EACCES: DIRECTORY,
  EPERM: DIRECTORY,
  EROFS: DIRECTORY,
  ENOTDIR: DIRECTORY,
};

/** Ends a process that could not start, and says what to do next where that is known; a fault of ours shows where it stands. */
export function endUnstarted(error: unknown): never {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  const next = BY_CALL[syscall ?? ''] ?? NEXT[code ?? ''];
  const isOurSentence = code === undefined && (error as Error).constructor === Error;
  if (next === undefined && !isOurSentence) throw error;
  process.stderr.write(`${[message || code, next?.en, next?.zh].filter(Boolean).join('\n')}\n`);
  process.exit(1);
}
