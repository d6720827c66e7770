import type { Caller } from '#access';
import { changed } from './four-eyes.service.js';

const caller = (person?: string): Caller => ({
  party: 'FWD-YUXIN',
  role: 'forwarder',
  ...(person !== undefined && { person }),
});

describe('four eyes', () => {
  const on = changed(null, caller('zhao'), true);

  it('are asked for by one person', () => {
    expect(on).toMatchObject({ party: 'FWD-YUXIN', fourEyes: true, changedBy: 'zhao', offAskedBy: null });
    expect(changed(on, caller('li'), true)).toBe(on);
  });

  it('are done without when two people ask', () => {
    const asked = changed(on, caller('zhao'), false);
    expect(asked).toMatchObject({ fourEyes: true, offAskedBy: 'zhao' });
    expect(changed(asked, caller('zhao'), false)).toBe(asked);
    const off = changed(asked, caller('li'), false);
    expect(off).toMatchObject({ fourEyes: false, changedBy: 'li', offAskedBy: null });
    expect(changed(off, caller('li'), false)).toBe(off);
  });

  it('stay when somebody asks for them again', () => {
    const asked = changed(on, caller('zhao'), false);
    expect(changed(asked, caller('li'), true)).toMatchObject({ fourEyes: true, offAskedBy: null });
  });

  it('cannot be asked for, or done without, by nobody in particular', () => {
    for (const wanted of [() => changed(null, caller(), true), () => changed(on, caller(), false)])
      expect(wanted).toThrow(expect.objectContaining({ code: 'COMMODITIES.NO_PERSON', kind: 'forbidden' }));
    expect(changed(null, caller(), false)).toBeNull();
  });
});
