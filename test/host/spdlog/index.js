'use strict';
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const levels = /** @type {const} */ (['trace', 'debug', 'info', 'warn', 'error', 'critical']);

class Logger {
  plain = false;
  /** An index into `levels`; one past its end for none. */
  level = 2;

  constructor(/** @type {string} */ file) {
    this.file = file;
    mkdirSync(dirname(file), { recursive: true });
  }

  write(/** @type {(typeof levels)[number]} */ level, /** @type {string} */ message) {
    if (levels.indexOf(level) < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    appendFileSync(this.file, this.plain ? message : `${time} [${level}] ${message}\n`);
  }

  trace = (/** @type {string} */ message) => this.write('trace', message);
  debug = (/** @type {string} */ message) => this.write('debug', message);
  info = (/** @type {string} */ message) => this.write('info', message);
  warn = (/** @type {string} */ message) => this.write('warn', message);
  error = (/** @type {string} */ message) => this.write('error', message);
  critical = (/** @type {string} */ message) => this.write('critical', message);
  getLevel = () => this.level;
  setLevel = (/** @type {number} */ level) => void (this.level = level);
  clearFormatters = () => void (this.plain = true);
  setPattern() {}
  flush() {}
  drop() {}
}

/** @returns {Promise<Logger>} files are short-lived here, and not rotated */
const createLogger = async (/** @type {string} */ _name, /** @type {string} */ file) => new Logger(file);

exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
exports.setLevel = () => undefined;
exports.setFlushOn = () => undefined;
