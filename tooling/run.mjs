// Sets up what is missing (packages, Node 24, the build), then runs a program of the build with the project's own Node.
// It runs on any Node that npm runs on, because it is what brings the right one.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node = join(root, 'node_modules', '.bin', 'node');

export function prepare() {
  if (needsInstall()) install();
  if (needsBuild()) {
    rmSync(join(root, 'dist'), { recursive: true, force: true });
    step('Building', node, [join(root, 'node_modules/@swc/cli/bin/swc.js'), ...BUILD]);
  }
}

function install() {
  // The compiler and Node itself are among them; NODE_ENV=production would leave them out.
  step('Installing packages', 'npm', ['install', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  const now = new Date();
  utimesSync(join(root, INSTALLED), now, now);
}

const INSTALLED = 'node_modules/.package-lock.json';

export const BUILD = ['apps', 'libs', 'tooling', 'bench', '-d', 'dist', '--copy-files', '--quiet'];

const needsInstall = () => newest(['package.json']) > timeOf(INSTALLED) || !existsSync(node);

const needsBuild = () =>
  newest(['apps', 'libs', 'tooling', 'bench', '.swcrc']) > timeOf('dist/apps/exchange/src/main.js');

const timeOf = (path) => (existsSync(join(root, path)) ? statSync(join(root, path)).mtimeMs : 0);

function newest(paths) {
  return Math.max(
    0,
    ...paths.map((path) => {
      if (!existsSync(join(root, path))) return 0;
      if (!statSync(join(root, path)).isDirectory()) return timeOf(path);
      return newest(readdirSync(join(root, path)).map((name) => join(path, name)));
    }),
  );
}

function step(title, command, args) {
  process.stderr.write(`${title} …\n`);
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status === 0) return;
  process.stderr.write(`${title} failed${error ? `: ${error.message}` : ''}.\n`);
  process.exit(status ?? 1);
}

const NODE_OPTIONS = ['--enable-source-maps'];

/** Runs a built program in the foreground; signals that reach us reach it, and its end is ours. */
export function run(program, args, options = []) {
  const child = spawn(node, [...NODE_OPTIONS, ...options, join(root, program), ...args], {
    cwd: root,
    stdio: 'inherit',
    // A fifth of what a process takes to start is compiling; what it starts itself shares the cache.
    env: { NODE_COMPILE_CACHE: join(root, '.cache/compiled'), ...process.env },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  stopWithParent(child);
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

/** npm, told to end, ends the shell between it and us and no more: then nobody is left who could stop the program. */
function stopWithParent(child) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500);
}

const [program, ...args] = process.argv.slice(2);
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  prepare();
  if (program) run(`dist/${program}`, args);
}
