import assert from 'node:assert/strict';
import { fitsAt } from '../../../../src/completion/ranking/alreadyThere';

describe('what fits at a cursor', () => {
  const fits = (before: string, text: string): boolean => fitsAt(before, before.length)({ text });

  it('closes a frame only where something opened it in this part of the sentence', () => {
    assert.ok(fits('着力以满足养老服务', '需求为目标'));
    assert.ok(fits('养老服务', '以满足需求为目标'));
    assert.ok(!fits('发展养老服务', '需求为目标'));
    assert.ok(!fits('以人民为中心，发展养老服务', '需求为目标'));
  });

  it('knows what only looks like the end of a frame', () => {
    assert.ok(fits('养老服务', '成为重点'));
    assert.ok(fits('养老服务', '为群众'));
  });
});
