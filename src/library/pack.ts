import type { Article, Origin } from './article';
import { origins } from './article';

/** A library that others keep: it is read, and never written to. */
export interface Pack {
  /** As in the setting that switches packs off. */
  readonly id: string;
  readonly name: string;
  /** Of the folder that holds the articles, as a URI. */
  readonly root: string;
  /** Empty where none is named. */
  readonly version: string;
  /** Empty where none is named. */
  readonly licence: string;
}

/** Where an article of a pack comes from, for people: name, version and licence. */
export const packOrigin = ({ name, version, licence }: Omit<Pack, 'id' | 'root'>): Origin =>
  [name, version, licence].filter(Boolean).join(' · ');

/** Whether an article is a file of the writer's own, which may be changed. */
export const isOwn = ({ origin }: Pick<Article, 'origin'>): boolean =>
  origin === origins.personal || origin === origins.workspace;

/** A folder that the manifest of another extension names as a library. */
export interface ContributedLibrary {
  /** Path below the extension's folder, `/` between segments. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

/**
 * The libraries that the manifest of another extension contributes: `"contributes": {"gongwenLibraries": [{"path": "./library",
 * "name": "…", "license": "…"}]}`. What has no path within the extension is left out. Name and licence are the extension's own
 * unless the library has others.
 * @param manifest the other extension's `package.json`, which anyone may have written
 */
export function contributedLibraries(manifest: unknown): readonly ContributedLibrary[] {
  const { contributes, displayName, name, version, license } = record(manifest);
  const { gongwenLibraries } = record(contributes);
  if (!Array.isArray(gongwenLibraries)) return [];
  return gongwenLibraries.flatMap((entry: unknown) => {
    const library = record(entry);
    const segments = text(library.path)
      .split(/[\\/]/)
      .filter((segment) => segment !== '' && segment !== '.');
    if (segments.length === 0 || segments.includes('..')) return [];
    return [
      {
        path: segments.join('/'),
        name: text(library.name) || text(displayName) || text(name),
        version: text(version),
        licence: text(library.license) || text(license),
      },
    ];
  });
}

/** Whether a file at the root of a folder says something of the folder itself, as those of a repository do, and is no material. */
export const isAboutFolder = (path: string): boolean =>
  /^(?:readme|licen[cs]e|changelog|contributing)\b[^/]*$/i.test(path);

/** What the texts of licences are known by, the most particular first. */
const licences: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/CC0 1\.0|Creative Commons Zero/i, 'CC0 1.0'],
  [/Attribution-NonCommercial-ShareAlike 4\.0|CC[ -]BY-NC-SA[ -]4\.0/i, 'CC BY-NC-SA 4.0'],
  [/Attribution-NonCommercial 4\.0|CC[ -]BY-NC[ -]4\.0/i, 'CC BY-NC 4.0'],
  [/Attribution-ShareAlike 4\.0|CC[ -]BY-SA[ -]4\.0/i, 'CC BY-SA 4.0'],
  [/Attribution 4\.0|CC[ -]BY[ -]4\.0/i, 'CC BY 4.0'],
  [/Mulan Permissive Software License|木兰宽松许可证/i, 'MulanPSL-2.0'],
  [/Apache License\s+Version 2\.0/i, 'Apache-2.0'],
  [/GNU AFFERO GENERAL PUBLIC LICENSE/i, 'AGPL'],
  [/GNU GENERAL PUBLIC LICENSE/i, 'GPL'],
  [/MIT License|Permission is hereby granted, free of charge/i, 'MIT'],
];
/** Characters of a licence that are looked at, and of its first line that are shown. */
const [looked, shown] = [4000, 40];

/** The name of the licence that a file holds: a known one, else what its first line says; empty for an empty file. */
export function licenceOf(file: string): string {
  const head = file.slice(0, looked);
  const known = licences.find(([pattern]) => pattern.test(head))?.[1];
  return known ?? /\S.*/.exec(head)?.[0].trim().slice(0, shown) ?? '';
}

/**
 * What a Git repository stands at, from its files: the tag of the commit that is checked out, else the commit's first seven digits.
 * @param head text of `.git/HEAD`
 * @param packedRefs text of `.git/packed-refs`; empty for none
 * @param read a file below `.git`; empty where there is none
 */
export async function gitVersion(
  head: string,
  packedRefs: string,
  read: (path: string) => Promise<string>,
): Promise<string> {
  // A name may be of any script, but leads nowhere else.
  const reference = /^ref: (refs\/(?!\S*\.\.)\S+)/.exec(head)?.[1];
  const refs = packedCommits(packedRefs);
  const commit = (reference ? (await read(reference)) || (refs.get(reference) ?? '') : head).trim();
  if (!/^[0-9a-f]{40,64}$/.test(commit)) return '';
  const tag = [...refs].find(([name, target]) => name.startsWith('refs/tags/') && target === commit)?.[0];
  return tag ? tag.slice('refs/tags/'.length) : commit.slice(0, 7);
}

/** What the names in `packed-refs` point to; below an annotated tag stands, after `^`, the commit that it is of. */
const packedCommits = (packedRefs: string): ReadonlyMap<string, string> =>
  new Map(
    Array.from(
      packedRefs.matchAll(/^([0-9a-f]+) (\S+)(?:\n\^([0-9a-f]+))?/gm),
      ([, target = '', name = '', commit]) => [name, commit ?? target],
    ),
  );

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
