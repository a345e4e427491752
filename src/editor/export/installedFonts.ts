import * as vscode from 'vscode';

/** Where systems keep fonts. */
const folders = [
  'C:/Windows/Fonts',
  '/System/Library/Fonts',
  '/Library/Fonts',
  '/usr/share/fonts',
  '/usr/local/share/fonts',
];

/** Files in which fonts come, by the name that documents give them. */
const files: Readonly<Record<string, RegExp>> = {
  仿宋_GB2312: /仿宋_?gb2312|fangsong_?gb2312|^fs_?gb2312/i,
  仿宋: /simfang|^仿宋|fangsong/i,
  楷体_GB2312: /楷体_?gb2312|kaiti_?gb2312|^kt_?gb2312/i,
  楷体: /simkai|^楷体|kaiti/i,
  黑体: /simhei|^黑体|stheiti/i,
  宋体: /simsun|^宋体|songti/i,
  方正小标宋简体: /fzxbs|小标宋/i,
  'Times New Roman': /^times/i,
};

/** Fonts of the same kind, by which programs know to replace one: the documents that we write name them. */
const standIns: Readonly<Record<string, readonly string[]>> = {
  仿宋_GB2312: ['仿宋'],
  仿宋: ['仿宋_GB2312'],
  楷体_GB2312: ['楷体'],
  楷体: ['楷体_GB2312'],
};

/** Deepest folder of fonts that is looked into. */
const deepest = 3;

/** A font that a machine lacks, and what it has of the same kind. */
export interface MissingFont {
  readonly font: string;
  readonly standIn: string | undefined;
}

/**
 * Those of these fonts that are known by their files and lie in none of the system's folders. Where there is no such folder to
 * look into, as in a browser, none.
 */
export async function missingFonts(fonts: readonly string[]): Promise<readonly MissingFont[]> {
  const found: string[] = [];
  for (const folder of folders) await collect(vscode.Uri.file(folder), found, 0);
  const isThere = (font: string): boolean => found.some((name) => files[font]?.test(name));
  if (found.length === 0) return [];
  return fonts
    .filter((font) => files[font] && !isThere(font))
    .map((font) => ({ font, standIn: standIns[font]?.find(isThere) }));
}

async function collect(folder: vscode.Uri, found: string[], depth: number): Promise<void> {
  try {
    for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
      if (type === vscode.FileType.Directory && depth < deepest)
        await collect(vscode.Uri.joinPath(folder, name), found, depth + 1);
      else if (/\.(?:ttf|ttc|otf)$/i.test(name)) found.push(name);
    }
  } catch {
    // Another system's folder.
  }
}
