import type { Naming } from '#domain';
import type { Resolution } from '../crosswalk.js';

/** A person settled it. */
export const byResolution = ({ id, version }: Resolution): Naming => ({
  source: 'resolution',
  certainty: 'exact',
  basis: `resolution ${id}`,
  decision: 'matched',
  resolution: { id, version },
});
