import assert from 'node:assert/strict';
import { intake, intakeOfMarkdown, shortBlocks } from '../intakeFixtures';

const body = '　　今年以来，各乡镇把清淤疏渠摆在重要位置，渠道畅通，群众满意。';

describe('titles', () => {
  it('take the second title along, which begins with a dash', () => {
    const { drafts, removed } = intake(`把水利办成民心工程\n——在全县冬修动员会上的讲话\n\n${body}\n${body}`, '讲话');
    assert.equal(drafts[0]?.front.title, '把水利办成民心工程——在全县冬修动员会上的讲话');
    assert.deepEqual(shortBlocks(drafts[0]?.blocks), [body.trim(), body.trim()]);
    assert.ok(removed.some(({ kind, text }) => kind === 'title' && text.startsWith('——')));
  });

  it('are the words of a link, and no line that names who drew or wrote', () => {
    const { drafts } = intakeOfMarkdown(
      `# [冬修水利正当时](https://example.com/a)\n\n制图：王某某\n\n${body.trim()}\n\n${body.trim()}\n`,
      '冬修',
    );
    assert.equal(drafts[0]?.front.title, '冬修水利正当时');
    assert.deepEqual(shortBlocks(drafts[0]?.blocks)[0], '制图：王某某');
  });

  it('leave a paragraph that begins with a dash', () => {
    const item = '——坚持因地制宜。宜渠则渠，宜塘则塘，不搞一刀切。';
    assert.deepEqual(shortBlocks(intake(`冬修水利意见\n\n${item}\n${body}`, '意见').drafts[0]?.blocks)[0], item);
  });

  it('are told from text where they repeat the name of the file over two lines', () => {
    const name = '水利站组织青年干部赴灌区开展冬修水利现场观摩学习暨座谈交流活动圆满结束';
    const [first, second] = [name.slice(0, 27), name.slice(27)];
    const { drafts } = intake(`${first}\n${second}\n${body}\n${body}\n${body}`, name);
    assert.equal(drafts[0]?.front.title, name);
    assert.deepEqual(shortBlocks(drafts[0]?.blocks), [body.trim(), body.trim(), body.trim()]);
  });
});

describe('a table of contents of sections and their parts', () => {
  const contents = ['目录', '一、活动背景……1', '二、活动名称……1', '三、活动安排……2', '1.清淤路线……2', '2.报名办法……3'];
  const parts = ['一、活动背景', body, '二、活动名称', body, '三、活动安排', '1.清淤路线', body, '2.报名办法', body];

  it('makes no articles of them', () => {
    assert.equal(intake(['冬修活动策划', ...contents, ...parts].join('\n'), '策划').drafts.length, 1);
  });

  it('makes articles of those below categories', () => {
    const lines = [
      '目录',
      '一、讲话致辞……1',
      '1.在冬修会上的讲话……1',
      '2.在春灌会上的讲话……2',
      '二、工作总结……3',
      '1.清淤工作总结……3',
      '在冬修会上的讲话',
      body,
      '在春灌会上的讲话',
      body,
      '清淤工作总结',
      body,
    ];
    assert.equal(intake(lines.join('\n'), '合集').drafts.length, 3);
  });
});
