import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { enumerationSequence, headingSequence } from '../corpus/headingRules';
import { report } from '../corpus/piece';
import { balancedMarks, fullWidthPunctuation, halfWidthDigits } from '../corpus/punctuationRules';
import { knownPlaceholders, nothingBanned, plausibleOffices } from '../corpus/wordingRules';
import type { SnippetRule } from './snippetRules';
import {
  inExpandedText,
  markedBlanks,
  namedBlocks,
  pinyinPrefixes,
  readSnippets,
  realChoices,
  soundTabStops,
  uniquePrefixes,
} from './snippetRules';
import { parseSnippet } from './snippetSyntax';

const root = join(import.meta.dirname, '../../../snippets');

const files = readdirSync(root)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => readSnippets(name, readFileSync(join(root, name), 'utf8')));

const entries = files.flatMap((file) => file.entries);

const rules: Readonly<Record<string, SnippetRule>> = {
  'a prefix for each alone': uniquePrefixes,
  'prefixes in Chinese, pinyin and initials': pinyinPrefixes,
  'tab stops without gaps or stray braces': soundTabStops,
  'blanks that stay marked': markedBlanks,
  'choices between real alternatives': realChoices,
  'descriptions that name blocks there are': namedBlocks,
  'full-width punctuation beside Han': inExpandedText(fullWidthPunctuation),
  'half-width digits': inExpandedText(halfWidthDigits),
  'balanced quotes, title marks and brackets': inExpandedText(balancedMarks),
  'headings numbered in sequence': inExpandedText(headingSequence),
  'enumerations in sequence': inExpandedText(enumerationSequence),
  'placeholders in known forms': inExpandedText(knownPlaceholders),
  'nobody and nothing that must not be named': inExpandedText(nothingBanned),
  'offices named as their level does': inExpandedText(plausibleOffices),
};

// prettier-ignore
const genres = [
  '理论文章', '讲话稿', '致辞', '新闻发布会实录', '工作综述',
  '通知', '请示', '报告', '函', '批复', '意见', '决定', '会议纪要', '通报', '公告', '方案', '工作总结', '述职报告', '调研报告',
  '主持词', '倡议书', '贺信', '感谢信', '简报', '信息',
  '责任书', '承诺书', '证明', '介绍信', '大事记', '公示', '任前公示', '聘书', '议程', '值班安排', '转发通知', '任免通知', '机构设立通知',
  '命令', '行政令', '嘉奖令', '规划', '办法', '规定', '起草说明', '政策解读', '建议提案答复', '整改报告', '督查专报', '应急预案', '事迹材料',
  '党课', '慰问信', '开幕词', '闭幕词', '会议记录', '框架协议', '政府工作报告', '民主生活会对照检查', '周知性通告',
];

describe('the shipped snippets', () => {
  it('are strict JSON with prefix, body and description', () => {
    const findings = files.flatMap((file) => file.findings);
    assert.equal(findings.length, 0, report(findings, 'snippets'));
  });

  for (const [name, rule] of Object.entries(rules)) {
    it(`have ${name}`, () => {
      const findings = rule(entries);
      assert.equal(findings.length, 0, report(findings, 'snippets'));
    });
  }

  // 条例 2012, article 9: what goes up names who signed it, at its head.
  it('send who writes to a higher organ to the head with the signer', () => {
    for (const name of ['请示', '报告', '意见']) {
      assert.match(entries.find((entry) => entry.name === name)?.description ?? '', /“上行文版头”块/, name);
    }
    const head = parseSnippet(entries.find(({ name }) => name === '上行文版头')?.body ?? '').text;
    for (const element of ['份号', '★', '急', '文件', '号', '签发人：']) assert.ok(head.includes(element), element);
  });

  // A body that begins with a title is that of a whole document; the others are blocks.
  it('are as many templates of documents as the READMEs say', () => {
    const documents = entries.filter(({ body }) => body.startsWith('# ')).length;
    for (const [file, claim] of [
      ['README.md', /templates for (\d+) kinds of documents/],
      ['README.zh-CN.md', /(\d+) 种文稿的模板/],
    ] as const) {
      assert.equal(claim.exec(readFileSync(join(root, '..', file), 'utf8'))?.[1], String(documents), file);
    }
  });

  it('have a skeleton for every genre', () => {
    const prefixes = new Set(entries.flatMap((entry) => entry.prefixes));
    assert.deepEqual(
      genres.filter((genre) => !prefixes.has(genre)),
      [],
    );
  });
});
