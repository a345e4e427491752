import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where large downloads are kept, outside the checkout, so that a clean clone is quick.
 * GONGWEN_CACHE overrides the system's usual place.
 * @returns {string} an absolute path; the folder may not exist yet
 */
export function cacheFolder() {
  const { GONGWEN_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (GONGWEN_CACHE) return GONGWEN_CACHE;
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, 'gongwen-library');
  if (process.platform === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, 'gongwen-library');
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches/gongwen-library');
  return join(homedir(), '.cache/gongwen-library');
}
