const LEVELS = ['debug', 'info', 'warn', 'error'] as const;

/** How the log is written. */
export interface LogSettings {
  /** JSON lines for machines, or lines for a person. */
  readonly format: 'json' | 'text';
  /** The least grave that is written. */
  readonly level: (typeof LEVELS)[number];
}

/** JSON, unless standard output is a terminal. */
export function logSettingsFrom(
  environment: Readonly<Record<string, string | undefined>>,
  isTerminal = process.stdout.isTTY,
): LogSettings {
  return {
    format: oneOf(environment, 'YIDAN_LOG_FORMAT', ['json', 'text']) ?? (isTerminal ? 'text' : 'json'),
    level: oneOf(environment, 'YIDAN_LOG_LEVEL', LEVELS) ?? 'info',
  };
}

function oneOf<Value extends string>(
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
  values: readonly Value[],
): Value | undefined {
  const text = environment[name];
  if (text === undefined || text === '') return undefined;
  const value = values.find((one) => one === text);
  if (value === undefined)
    throw new Error(
      `${name} must be ${values.join(' or ')}; it is "${text}".\n${name} 应为 ${values.join(' 或 ')}，现为“${text}”。`,
    );
  return value;
}
