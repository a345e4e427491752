import assert from 'node:assert/strict';
import { syllables } from '../../src/text/pinyin';
import { runsOf } from '../../src/text/han';
import { wordStarts } from '../../src/text/wordStarts';
import { useWorkbench } from './support/useWorkbench';
import type { Workbench } from './support/workbench';

/** Two pages as they come: front matter, Chinese with names, numbers and English words, lists, English, code. */
const pages = `---
title: 关于做好春季灌溉工作的通知
category: 通知
---

# 关于做好春季灌溉工作的通知

各乡镇人民政府，各灌区管理单位：

今年入春以来，我县降水较常年偏少，水库蓄水不足，春灌形势不容乐观。为深入贯彻落实上级部署，全面推进节水灌溉，保障粮食安全，现就有关事项通知如下。

## 一、提高认识，加强领导

春灌关系全年收成，各级各有关部门要进一步提高政治站位，增强责任感和紧迫感，把灌溉工作摆在突出位置，坚持一级抓一级，层层抓落实。要建立健全工作机制，明确责任分工，确保各项措施落到实处。

## 二、科学调度，节约用水

- 一是加强水库调度，按照轮灌次序供水，先下游后上游。
- 二是推广Python编写的用水测算程序，采用Web页面上报，由app汇总，数据每日8时前更新。
- 三是加快渠道清淤，对渗漏严重的渠段优先衬砌，提高水的利用系数。

各灌区要充分发挥用水户协会的作用，做到公开、公平、公正。县水利局要加大巡查力度，对抢水、堵渠的要及时制止，切实维护用水秩序。科技创新是节水的出路，要大力推广滴灌、喷灌和水肥一体化技术，推动高质量发展。

The county keeps its figures in a small service. Every evening the stations send their readings, and the server adds them up before the first shift. Nobody should have to type a number twice, and a reading that is missing is shown in red.

Run it with npm start; the address is https://example.org/water/shuiku and the settings are in config.json. The user zhang may change them.

\`\`\`python
def total(readings):
    return sum(r.volume for r in readings if r.valid)

print(total(shuiku))  # 水库合计
\`\`\`

## 三、严格督查，确保实效

县政府督查室将会同有关部门开展专项督查，对工作推进不力、措施不到位的予以通报。各单位要于每周五下午5点前报送进展情况，联系人：县水利局办公室，联系电话：0000-1234567。

特此通知。
`;

/** Types a text as fast as the editor takes it: Chinese word by word through an input method, all else key by key. */
async function typeAtSpeed(ui: Workbench, text: string): Promise<void> {
  const words = new Map<number, string>();
  for (const { text: run, offset } of runsOf(text)) {
    const starts = wordStarts(run);
    for (const [index, start] of starts.entries()) words.set(offset + start, run.slice(start, starts[index + 1]));
  }
  for (let at = 0; at < text.length;) {
    const character = text.charAt(at);
    const wholeWord = words.get(at);
    // Runs hold words of Latin letters too, which are typed.
    const word = wholeWord && /[ -~]/.test(wholeWord) ? undefined : wholeWord;
    const latin =
      word &&
      syllables(word)
        .map(([reading = '']) => reading)
        .join('');
    if (latin) {
      for (let length = 2; length < latin.length + 2; length += 2) await ui.compose(latin.slice(0, length));
      await ui.commit(word);
    } else if (character === '\n') await ui.press('Enter');
    else if (/[ -~]/.test(character)) await ui.page.keyboard.type(character);
    else await ui.commit(character);
    at += word?.length ?? 1;
  }
}

describe('ordinary writing', () => {
  // What the editor itself adds: closing brackets and indents.
  const settings = {
    'editor.autoClosingBrackets': 'never',
    'editor.autoClosingQuotes': 'never',
    'editor.autoIndent': 'none',
    'editor.autoSurround': 'never',
  };
  const workbench = useWorkbench({ settings });

  it('comes out exactly as it was typed, whatever is offered meanwhile', async function () {
    this.timeout(180_000);
    const ui = workbench();
    await ui.focusEditor();
    await ui.press('ControlOrMeta+A', 'Delete');
    await typeAtSpeed(ui, pages);
    await ui.screenshot('typed at speed');
    assert.equal(await ui.editorText(), pages);
  });
});
