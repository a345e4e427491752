import type { Placeholder } from './placeholders';
import { fitValue } from './placeholders';

/** 常用信息: the writer's own values by role, `X市` → `青阳市`; the likeliest of several first. */
export type Profile = ReadonlyMap<string, readonly string[]>;

export const emptyProfile: Profile = new Map();

/** Reads a profile from settings: an object of texts and lists of texts. Anything else in it is left out. */
export function readProfile(settings: unknown): Profile {
  if (typeof settings !== 'object' || settings === null) return emptyProfile;
  const profile = new Map<string, readonly string[]>();
  for (const [role, value] of Object.entries(settings)) {
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    const texts = list.filter((text) => typeof text === 'string').flatMap((text) => text.trim() || []);
    if (texts.length > 0) profile.set(plainRole(role), texts);
  }
  return profile;
}

/**
 * What the profile has for a placeholder, as it would replace it: where a title or a unit stays in the text (`X`厅长),
 * a value that ends with it (王厅长) goes without.
 */
export function valuesFor(profile: Profile, placeholder: Placeholder): readonly string[] {
  const values = profile.get(plainRole(placeholder.role)) ?? [];
  return values.map((value) => fitValue(value, placeholder)).filter(Boolean);
}

/** The role as a profile names it, whichever sign stands for the blank: `XX市`, `××市` and `***市` are `X市`, `〔姓名〕` is `姓名`. */
export const plainRole = (role: string): string =>
  role
    .trim()
    .replace(/^(?:[0-9]{0,3}[X×Ｘ](?:[X×Ｘ.．])*|[0-9]{0,3}x{1,4}(?=年)|x{2,}|\*{3,}|_{3,}|□{2,}|○{2,})/, 'X')
    .replace(/^〔(.*)〕$/, '$1');
