import assert from 'node:assert/strict';
import { intake, shortBlocks } from '../intakeFixtures';

const first = '这几年，我们坚持把灌区养护放在心上，逐渠登记、逐段走访，让每一条渠都有人管。';
const second = '下一步，要把台账用起来，把责任压下去，发现险情及时处置，不留死角。';
const text = `　　${first}\n　　${second}\n`;

/** Title and first block of a file, whose name is 文件. */
function read(head: string, body = text): { title: string; source: string; date: string; blocks: string[] } {
  const { front, blocks } = intake(`${head}\n${body}`).drafts[0] ?? { front: undefined, blocks: [] };
  return {
    title: front?.title ?? '',
    source: front?.source ?? '',
    date: front?.date ?? '',
    blocks: shortBlocks(blocks),
  };
}

describe('the title of a single article', () => {
  it('stands above a second title and who spoke, with a date or without', () => {
    const whole = '守住底线 管好每一条渠——在灌区养护推进会上的讲话';
    const lines = whole.replace('——', '\n——');
    for (const below of ['', '县长 张三\n', '李四\n', '（2026年3月1日）\n李四\n', '中共青阳县委书记　王　五\n'])
      assert.equal(read(`${lines}\n${below}同志们：`).title, whole, below);
  });

  it('stands above, or below, what says where the text is from', () => {
    for (const head of [
      '管好每一条渠\n来源：青阳日报',
      '管好每一条渠\n摘自《青阳日报》',
      '管好每一条渠\n（选自《青阳日报》2026年3月1日）',
      '来源：青阳日报\n管好每一条渠',
      '摘自《青阳日报》\n管好每一条渠',
      '发布时间：2026-03-01\n来源：青阳日报\n管好每一条渠',
      '管好每一条渠\n原创 张三 青阳日报 2026-03-01 08:00 安徽',
      '管好每一条渠\n张三\n青阳日报 2026年3月1日 08:00',
    ]) {
      const { title, source, blocks } = read(head);
      assert.deepEqual([title, source, blocks.slice(-2)], ['管好每一条渠', '青阳日报', [first, second]], head);
    }
  });

  it('takes along the stage of a document, and a kind on a line of its own', () => {
    assert.equal(read('灌区养护管理办法\n（征求意见稿）', `第一条　${first}`).title, '灌区养护管理办法（征求意见稿）');
    assert.equal(read('关于三起渠道失修问题的\n通报', `各乡镇党委：\n${text}`).title, '关于三起渠道失修问题的通报');
  });

  it('is the short line above a text that nothing sets apart, of an essay as of a collection', () => {
    for (const [title, body] of [
      ['故乡的水渠', `${first}\n${second}`],
      ['故乡的水渠', `张三\n${first}\n${second}`],
      ['水渠', `张三\n${first}\n${second}`],
      ['谁来管好这条渠？', `\n${first}\n${second}`],
      ['金句摘录', '1. 事虽小，不为不成；道虽迩，不行不至。\n2. 打铁必须自身硬。\n3. 功成不必在我，功成必定有我。'],
      ['写作金句50条', `一、关于奋斗\n${first}\n二、关于为民\n${second}`],
      ['春日登楼', '张三\n\n东风吹过小桥头\n一树桃花映水流\n莫道山中无历日\n家家户户上高楼'],
    ] as const) {
      const found = read(title, body);
      assert.equal(found.title, title, body);
      assert.ok(!found.blocks.some((block) => /^\d (?!一、|二、)/.test(block)), found.blocks.join('\n'));
    }
  });

  it('is none of what opens a text', () => {
    for (const opening of ['各位领导', '新华社青阳3月1日电', '同志们！', '前言'])
      assert.equal(read(opening, `${first}\n${second}`).title, '文件', opening);
    // What somebody does at this point of a meeting.
    assert.equal(read('……（通报）', `\n${first}\n${second}`).title, '文件');
  });
});
