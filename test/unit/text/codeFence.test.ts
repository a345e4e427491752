import assert from 'node:assert/strict';
import { fenceAfter } from '../../../src/text/codeFence';

const code = (text: string): readonly string[] => {
  let open: string | undefined;
  return text.split('\n').filter((line) => {
    const before = open;
    open = fenceAfter(open, line);
    return before !== undefined || open !== undefined;
  });
};

describe('fenced code', () => {
  it('ends with as many of the same marks', () => {
    assert.deepEqual(code('甲\n````\n```\n乙\n```\n````\n丙'), ['````', '```', '乙', '```', '````']);
    assert.deepEqual(code('```\n~~~\n乙\n```\n丙'), ['```', '~~~', '乙', '```']);
    assert.deepEqual(code('~~~ a`b\n``` js\n~~~~  \n丙'), ['~~~ a`b', '``` js', '~~~~  ']);
    assert.deepEqual(code('```\n``` js\n```'), ['```', '``` js', '```']);
  });

  it('is no code within a line, and no indented one', () => assert.deepEqual(code('```code``` 甲\n    ```\n乙'), []));

  it('goes on to the end where it is not closed', () => assert.deepEqual(code('```\n甲'), ['```', '甲']));
});
