import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const text = '各村要把种子、化肥、农膜备足备齐，把水渠、泵站、机耕道修好修通，确保不误农时。';
/** Three speeches promised, two there, the second of which breaks off; with the faults of texts from the web. */
export const compendium = `农技推广专题合集公文素材3篇(全文4321字)

目录

一、讲话致辞
在全县农技推广会上的讲话…………………………2在全县植保无人机飞手结业式上的致辞………………………9二、工作综述
农技推广工作综述…………………………………21

在全县农技推广会上的讲话
网络
农技推广 讲话

同志们:今天开会,讲一点意见。
    一、把技术送到田头
    ${text.repeat(3)}
    苗情在一线查清,问题在一线解决。良种配良法,新机配新艺。
谢谢大家!

在全县植保无人机飞手结业式上的致辞
网络
无人机 结业式 致辞

各位学员:大家好!
    植保无人机既要会飞,更要会修、会调、会算账。学成以后回到各村,要带出一批徒弟,把防治的时机抓准,把药剂的用量降下来。目前,X
【更多材料请关注微信公众号某某文库】
`;

/** A new copy of the sample folder with these files in it: texts by path. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-import-'));
  cpSync(join(__dirname, '../../fixtures/draft'), folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
