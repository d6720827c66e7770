import { describeFormat } from '../../testing/format-suite.js';
import { smgsConsignmentNote } from './index.js';

describeFormat(smgsConsignmentNote, new URL('./', import.meta.url));
