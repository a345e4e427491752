/**
 * Measures exported pages as LibreOffice renders them: `npx tsx bench/exportPages.ts [draft.md …]`. Needs `soffice` and `pdftoppm`;
 * fonts that are not installed stand in for each other as `fontconfig` is told here.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { docxOf } from '../src/export/exportDraft';
import { setDraftFile } from './support/draftFile';

/** Pixels a millimetre. */
const scale = 10;
const folder = join(import.meta.dirname, '../test/fixtures/export');

const standIns = {
  仿宋_GB2312: 'AR PL SungtiL GB',
  楷体_GB2312: 'AR PL KaitiM GB',
  方正小标宋简体: 'Noto Serif CJK SC',
  宋体: 'AR PL SungtiL GB',
  黑体: 'Noto Sans CJK SC',
};

const fontsConf = `<?xml version="1.0"?><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>${Object.entries(
  standIns,
)
  .map(
    ([from, to]) =>
      `<match target="pattern"><test name="family"><string>${from}</string></test><edit name="family" mode="assign" binding="strong"><string>${to}</string></edit></match>`,
  )
  .join('')}</fontconfig>`;

/** A page as pixels. */
class Raster {
  readonly width: number;
  readonly height: number;
  private readonly start: number;

  constructor(private readonly bytes: Buffer) {
    const [header = ''] = /^P6\s+\d+\s+\d+\s+\d+\s/.exec(bytes.subarray(0, 40).toString('latin1')) ?? [];
    [this.width, this.height] = header.split(/\s+/).slice(1, 3).map(Number) as [number, number];
    this.start = header.length;
  }

  is(kind: 'red' | 'black', x: number, y: number): boolean {
    const at = this.start + 3 * (y * this.width + x);
    const [red = 0, green = 0, blue = 0] = [this.bytes[at], this.bytes[at + 1], this.bytes[at + 2]];
    return kind === 'red' ? red > 150 && green < 130 && blue < 130 : red < 130 && green < 130 && blue < 130;
  }

  /** First and last pixel of a kind in a row; undefined for none. */
  extent(kind: 'red' | 'black', y: number): { from: number; to: number; count: number } | undefined {
    let [from, to, count] = [-1, -1, 0];
    for (let x = 0; x < this.width; x++) {
      if (!this.is(kind, x, y)) continue;
      if (from < 0) from = x;
      to = x;
      count++;
    }
    return count > 0 ? { from, to, count } : undefined;
  }

  /** Rows in millimetres, from one to another, that hold such pixels. */
  rows(kind: 'red' | 'black', from = 0, to = 297): readonly number[] {
    const found: number[] = [];
    for (let y = from * scale; y < Math.min(this.height, to * scale); y++)
      if (this.extent(kind, y)) found.push(y / scale);
    return found;
  }

  /** Rules as long as most of the type area: the middle of each, and its ends. */
  rules(kind: 'red' | 'black'): readonly { y: number; from: number; to: number }[] {
    const rules: { y: number; end: number; from: number; to: number }[] = [];
    for (let y = 0; y < this.height; y++) {
      const extent = this.extent(kind, y);
      if (!extent || extent.count < 150 * scale) continue;
      const last = rules.at(-1);
      if (last && y - last.end <= 12) last.end = y;
      else rules.push({ y, end: y, from: extent.from / scale, to: (extent.to + 1) / scale });
    }
    return rules.map(({ y, end, from, to }) => ({ y: (y + end + 1) / 2 / scale, from, to }));
  }
}

interface Measure {
  readonly what: string;
  readonly wanted: number;
  readonly found: number | undefined;
}

/** What is measured on the pages of a form, in millimetres from the edge of the page. */
function measures(form: string, pages: readonly Raster[], hasImprint: boolean): readonly Measure[] {
  const [first] = pages;
  if (!first) return [];
  const red = first.rows('red');
  const [upper, lower] = first.rules('red');
  const list: Measure[] = [];
  const top = { general: 72, upward: 72, minutes: 72, order: 57, letter: 30 }[form];
  if (top !== undefined && red.length > 0) list.push({ what: 'letterhead, upper edge', wanted: top, found: red[0] });
  if (upper && (form === 'general' || form === 'upward')) {
    const above = first.rows('black', 80, upper.y);
    list.push({ what: 'red line below the document number', wanted: 4, found: upper.y - (above.at(-1) ?? 0) });
    list.push({ what: 'red line, left end', wanted: 28, found: upper.from });
    list.push({ what: 'red line, length', wanted: 156, found: upper.to - upper.from });
  }
  if (upper && form === 'letter') {
    const letters = red.filter((y) => y < upper.y - 2);
    list.push({
      what: 'upper double line below the letterhead',
      wanted: 4,
      found: upper.y - 0.9 - (letters.at(-1) ?? 0),
    });
    list.push({ what: 'upper double line, length', wanted: 170, found: upper.to - upper.from });
  }
  if (form === 'letter') {
    list.push({ what: 'lower double line from the foot', wanted: 20, found: lower && 297 - lower.y });
    list.push({ what: 'lower double line, length', wanted: 170, found: lower && lower.to - lower.from });
  }
  const numbered = form === 'letter' ? pages.slice(1) : pages;
  for (const [at, page] of numbered.entries()) {
    const rows = page.rows('black', 264, 280);
    const dashes = rows.filter((y) => (page.extent('black', Math.round(y * scale))?.count ?? 0) > 6 * scale);
    const middle = dashes.length > 0 ? ((dashes[0] ?? 0) + (dashes.at(-1) ?? 0)) / 2 : undefined;
    if (at < 2 && middle !== undefined)
      list.push({ what: `page number below the type area`, wanted: 7, found: middle - 262 });
  }
  const last = pages.at(-1);
  const rules = last?.rules('black') ?? [];
  if (hasImprint && form !== 'letter') {
    list.push({ what: 'imprint, last rule', wanted: 262, found: rules.at(-1)?.y });
    list.push({
      what: 'imprint, length of the rule',
      wanted: 156,
      found: rules.at(-1) && (rules.at(-1)?.to ?? 0) - (rules.at(-1)?.from ?? 0),
    });
  }
  return list;
}

/** Left and right edges of the text, pitch of lines and characters a line, where pages are full: from poppler's boxes. */
function textMeasures(pdf: string): readonly Measure[] {
  const boxes = execFileSync('pdftotext', ['-bbox-layout', pdf, '-']).toString();
  const pages = boxes.split('<page ').slice(1);
  const page = pages[1] ?? '';
  const lines = [
    ...page.matchAll(/<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/line>/gs),
  ];
  const body = lines.filter(([, , y]) => Number(y) < 740);
  const millimetres = (value: number): number => (value * 25.4) / 72;
  const ys = body.map(([, , y]) => Number(y));
  const full = body
    .map(([, , , , , words = '']) => words.replace(/<[^>]*>|\s/g, ''))
    .filter((text) => !/\d/.test(text));
  return [
    { what: 'text, left edge', wanted: 28, found: millimetres(Math.min(...body.map(([, x]) => Number(x)))) },
    { what: 'lines of a full page', wanted: 22, found: body.length },
    { what: 'line pitch, pt', wanted: 28.95, found: ((ys.at(-1) ?? 0) - (ys[0] ?? 0)) / (body.length - 1) },
    {
      what: 'most characters of a line without digits',
      wanted: 28,
      found: Math.max(...full.map((text) => text.length)),
    },
  ];
}

async function main(): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'gongwen-pages-'));
  writeFileSync(join(work, 'fonts.conf'), fontsConf);
  const drafts = readdirSync(folder).filter((name) => /\.(?:md|txt)$/.test(name));
  const files = process.argv.length > 2 ? process.argv.slice(2) : drafts.map((name) => join(folder, name));
  console.log('| draft | form | measured | wanted | found | off |\n| --- | --- | --- | --- | --- | --- |');
  for (const file of files) {
    const set = setDraftFile(file);
    const name = basename(file).replace(/\.\w+$/, '');
    const docx = join(work, `${name}.docx`);
    writeFileSync(docx, await docxOf(set));
    const env = { ...process.env, FONTCONFIG_FILE: join(work, 'fonts.conf') };
    execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', work, docx], { env, stdio: 'ignore' });
    const pdf = docx.replace(/docx$/, 'pdf');
    execFileSync('pdftoppm', ['-r', String(scale * 25.4), pdf, join(work, name)]);
    const rasters = readdirSync(work)
      .filter((one) => one.startsWith(`${name}-`) && one.endsWith('.ppm'))
      .sort()
      .map((one) => new Raster(readFileSync(join(work, one))));
    const found = measures(set.document.form, rasters, set.flow.imprint !== undefined);
    const all = name === 'fullPages' ? [...found, ...textMeasures(pdf)] : found;
    for (const { what, wanted, found: value } of all) {
      const off = value === undefined ? '?' : (value - wanted).toFixed(1);
      console.log(`| ${name} | ${set.document.form} | ${what} | ${wanted} | ${value?.toFixed(1) ?? '–'} | ${off} |`);
    }
    const estimated = set.pages.length + (set.flow.imprint && set.place !== 'here' ? 1 : 0);
    console.log(
      `| ${name} | ${set.document.form} | pages, as estimated | ${estimated} | ${rasters.length} | ${rasters.length - estimated} |`,
    );
  }
  console.error(work);
}

void main();
