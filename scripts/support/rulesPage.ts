import { documentedRules } from '../../src/draft/checks/documentedRules';
import type { Force, Rule, Severity } from '../../src/draft/checks/rule';

const forces: Readonly<Record<Force, string>> = {
  standard: '规定',
  general: '一般',
  practice: '通行做法',
  hint: '提示',
};

const severities: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  information: '信息',
  hint: '提示',
};

const head = `# 检查规则

<!-- 本页由规则记录生成：npm run docs:rules。请勿直接修改。 -->

“效力”说明规则的约束力：**规定**是标准、条例的要求或规范用字，**一般**是标准中带“一般”“通常”的条款，**通行做法**没有明文规定，**提示**仅供核对。
“级别”是默认的显示级别，可以按规则代号在设置中调整或关闭；在文中用 \`<!-- gongwen-ignore 规则代号 -->\` 可以略过一处。

`;

/** Text as code in a cell of a table: line feeds shown, no bar that ends the cell. */
const code = (text: string): string => {
  const shown = text.replaceAll('\n\n', '⏎').replaceAll('\n', '⏎').replaceAll('|', '\\|');
  const fence = shown.includes('`') ? '``' : '`';
  return `${fence}${fence.length > 1 ? ' ' : ''}${shown}${fence.length > 1 ? ' ' : ''}${fence}`;
};

function section({ id, title, message, source, force, severity, on, triggers, silent }: Rule): string {
  const rows = triggers.map(
    ({ text, found, fixed }) =>
      `| ${code(text)} | ${found.map(code).join(' ')} | ${fixed === undefined ? '' : code(fixed)} |`,
  );
  return [
    `## ${id}`,
    '',
    `**${title.zh}**：${message.zh}`,
    '',
    `- 依据：${source || '无'}`,
    `- 效力：${forces[force]}`,
    `- 级别：${severities[severity]}${on ? '' : '（默认关闭）'}`,
    '',
    '| 例 | 指出 | 改后 |',
    '| - | - | - |',
    ...rows,
    '',
    `不指出：${silent.map(code).join('　')}`,
    '',
  ].join('\n');
}

/** The page `docs/rules.md`: every rule with its source, force, severity and examples. */
export function rulesPage(): string {
  const rules = documentedRules();
  const list = rules.map(({ id, title }) => `- [${title.zh}](#${id})`);
  return `${head}共${rules.length}条：\n\n${list.join('\n')}\n\n${rules.map(section).join('\n')}`;
}
