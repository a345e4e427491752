import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome'];

const usualPlaces = {
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((variable) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((file) =>
      join(process.env[variable] ?? '', file),
    ),
  ),
};

/**
 * Finds a browser that can be driven: Chromium, Chrome or Edge. GONGWEN_CHROMIUM names another.
 * @returns {string | undefined} its executable
 */
export function findChromium() {
  const { GONGWEN_CHROMIUM, PATH = '' } = process.env;
  if (GONGWEN_CHROMIUM) return GONGWEN_CHROMIUM;
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...(usualPlaces[/** @type {keyof typeof usualPlaces} */ (process.platform)] ?? [])].find(
    isExecutable,
  );
}

function isExecutable(/** @type {string} */ file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
