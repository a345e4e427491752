import assert from 'node:assert/strict';
import { parseSnippet } from './snippetSyntax';

describe('parseSnippet', () => {
  it('reads stops, defaults and choices, and what stands there at first', () => {
    assert.deepEqual(parseSnippet('关于${1:事由}的${2|请示,报告|}：$1$0'), {
      text: '关于事由的请示：事由',
      stops: [
        { number: 1, text: '事由' },
        { number: 2, text: '请示', choices: ['请示', '报告'] },
        { number: 1, text: '' },
        { number: 0, text: '' },
      ],
      faults: [],
    });
  });

  it('reads nested defaults, the inner stop first, and variables', () => {
    const { text, stops, faults } = parseSnippet('${1:甲${2:乙}丙}${CURRENT_YEAR}$TM_FILENAME${TM_X:丁}');
    assert.deepEqual([text, stops.map(({ number }) => number), faults], ['甲乙丙丁', [2, 1], []]);
  });

  it('reads escapes', () => {
    assert.deepEqual(parseSnippet('\\$1 \\} \\\\ ${1|甲\\,乙,丙\\|丁|}'), {
      text: '$1 } \\ 甲,乙',
      stops: [{ number: 1, text: '甲,乙', choices: ['甲,乙', '丙|丁'] }],
      faults: [],
    });
  });

  for (const body of ['${1:甲', '${1|甲,乙}', '${1|甲,乙|', '甲}', '{甲}', '甲$', '$ 1', '${甲}', '${1/a/b/}', '${1']) {
    it(`finds a fault in ${body}`, () => assert.notDeepEqual(parseSnippet(body).faults, []));
  }
});
