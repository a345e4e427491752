import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesPage } from '../../../../scripts/support/rulesPage';

describe('page of the rules', () => {
  it('says what the records say (else: npm run docs:rules)', () =>
    assert.equal(readFileSync(join(__dirname, '../../../../docs/rules.md'), 'utf8'), rulesPage()));
});
