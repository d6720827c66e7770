export { runUntilSignal, stopOnSignal } from './stop-on-signal.js';
