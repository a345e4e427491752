import assert from 'node:assert/strict';
import { charactersOf, linesOfExport, skeletons } from './exported';

describe('an exported document, read by our importer', () => {
  it('says of every template what the template says, in order', async () => {
    assert.ok(skeletons.size > 80, `${skeletons.size}`);
    for (const [name, text] of skeletons) {
      const lines = await linesOfExport(text);
      assert.equal(charactersOf(lines.map((line) => line.text).join('\n')), charactersOf(text), name);
    }
  }).timeout(60_000);
});
