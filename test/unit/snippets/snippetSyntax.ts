/** A tab stop of a snippet. */
export interface Stop {
  readonly number: number;
  /** What stands there at first; with choices, the first of them. */
  readonly text: string;
  readonly choices?: readonly string[];
}

/** A snippet's body, read. */
export interface Snippet {
  /** The text that insertion gives when nothing is filled in. */
  readonly text: string;
  readonly stops: readonly Stop[];
  /** What VS Code would read as plain text though it was not meant so. */
  readonly faults: readonly string[];
}

/** Stands in the text for what a stop without a default will show. */
const mirror = (number: string): string => `\0${number}\0`;

/**
 * Reads the body of a snippet: tab stops, defaults (nested too), choices and variables; no transforms.
 * Source: VS Code, “Snippets in Visual Studio Code”, section “Grammar”.
 */
export function parseSnippet(body: string): Snippet {
  const stops: Stop[] = [];
  const faults: string[] = [];
  let at = 0;
  const fault = (what: string): void =>
    void faults.push(`${what} at ${at}: ${body.slice(Math.max(0, at - 8), at + 12)}`);

  /** Reads up to the brace that closes a default, or to the end. */
  const read = (nested: boolean): string => {
    let text = '';
    while (at < body.length) {
      const character = body.charAt(at);
      if (character === '}' && nested) return text;
      if (character === '\\' && /[$}\\]/.test(body.charAt(at + 1))) {
        text += body.charAt(at + 1);
        at += 2;
      } else if (character === '$') {
        text += readStop();
      } else {
        if (/[{}]/.test(character)) fault('brace of no tab stop');
        text += character;
        at++;
      }
    }
    if (nested) fault('brace that is not closed');
    return text;
  };

  const readStop = (): string => {
    const opening = /^\$(?:(\d+)|([A-Z_]+)|\{(\d+)(?=[:|}])|\{([A-Z_]+)(?=[:}]))/.exec(body.slice(at));
    if (!opening) {
      fault('$ of no tab stop');
      at++;
      return '$';
    }
    at += opening[0].length;
    const [, bare, variable, braced] = opening;
    const number = bare ?? braced;
    if (bare !== undefined || variable !== undefined)
      return number === undefined ? '' : add(Number(number), '', mirror(number));
    const choices = body.charAt(at) === '|' ? readChoices() : undefined;
    let text = choices?.[0] ?? '';
    if (body.charAt(at) === ':') {
      at++;
      text = read(true);
    }
    if (body.charAt(at) === '}') at++;
    else if (choices) fault('choice that is not closed');
    return number === undefined ? text : add(Number(number), text, text || mirror(number), choices);
  };

  const readChoices = (): readonly string[] => {
    const [found = '', list = ''] = /^\|((?:\\[\s\S]|[^\\|])*)\|?/.exec(body.slice(at)) ?? [];
    at += found.length;
    return list.split(/(?<!\\),/).map((choice) => choice.replace(/\\([,|\\])/g, '$1'));
  };

  const add = (number: number, text: string, shown: string, choices?: readonly string[]): string => {
    stops.push(choices ? { number, text, choices } : { number, text });
    return shown;
  };

  // A stop without a default shows that of another stop of its number.
  const text = read(false).replace(/\0(\d+)\0/g, (_, number) => {
    return stops.find((stop) => stop.number === Number(number) && stop.text)?.text ?? '';
  });
  return { text, stops, faults };
}
