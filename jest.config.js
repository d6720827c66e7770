import { readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tests'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
  moduleNameMapper: {
    '^#([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  // Suites wait more than they compute; two share the smallest machine.
  maxWorkers: 2,
  // A worker has most of a gigabyte of modules to let go of: on a busy machine half a second, Jest's own, is too short for that.
  workerGracefulExitTimeout: 10_000,
  // Ends only what hangs: a test may wait for several things, and each wait gives up before and says for what.
  testTimeout: 240_000,
};
