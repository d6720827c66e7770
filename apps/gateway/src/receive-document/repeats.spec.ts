import { firstOfEachDocument, firstOfEachKey } from './repeats.js';
import { readSubmission, type Submission } from './submission.js';

const submit = (party: string, bytes: string, key?: string): Submission =>
  readSubmission({ party, role: 'rail' }, key === undefined ? {} : { 'idempotency-key': key }, Buffer.from(bytes));

describe('repeats within one group', () => {
  it('keeps the first of the same bytes from the same party only', () => {
    const [one, again, other] = [submit('A', 'x'), submit('A', 'x'), submit('B', 'x')];
    const kept = firstOfEachDocument([one, again, other]);
    expect(kept).toHaveLength(2);
    expect(kept).toEqual(expect.arrayContaining([one, other]));
  });

  it('gives a key to the first who used it; a key belongs to its party', () => {
    const [one, other, elsewhere, without] = [
      submit('A', 'x', 'k'),
      submit('A', 'y', 'k'),
      submit('B', 'y', 'k'),
      submit('A', 'z'),
    ];
    expect(firstOfEachKey([one, other, elsewhere, without])).toEqual([one, elsewhere]);
  });

  it('orders alike whatever came first', () => {
    const group = [submit('B', '1'), submit('A', '2'), submit('A', '3')];
    expect(firstOfEachDocument(group)).toEqual(firstOfEachDocument([...group].reverse()));
  });
});
