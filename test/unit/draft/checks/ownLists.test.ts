import assert from 'node:assert/strict';
import { parseTerms } from '../../../../src/draft/checks/ownTermRules';
import { parsePeople } from '../../../../src/draft/checks/peopleRules';

describe('lists of a house', () => {
  it('give terms, with or without a note, whatever else stands there', () => {
    const setting = {
      发改委: '发展改革委',
      有机更新: { right: '城市更新', note: '新提法' },
      坏: 3,
      空: null,
      无: { note: '' },
    };
    assert.deepEqual(parseTerms(setting), [
      { wrong: '发改委', right: '发展改革委' },
      { wrong: '有机更新', right: '城市更新', note: '新提法' },
    ]);
    for (const other of [null, undefined, 'x', 1]) assert.deepEqual(parseTerms(other), []);
  });

  it('give people in order, with posts together and alone', () => {
    const text =
      '# 市领导\r\n\r\n- 王卫东：市委书记\r\n2. 李建国: 市委副书记、市长；市政府党组书记\r\n阿依古丽·买买提：副市长\r\n备注\r\n';
    assert.deepEqual(parsePeople(text), [
      { name: '王卫东', posts: ['市委书记'] },
      { name: '李建国', posts: ['市委副书记、市长', '市委副书记', '市长', '市政府党组书记'] },
      { name: '阿依古丽·买买提', posts: ['副市长'] },
    ]);
  });
});
