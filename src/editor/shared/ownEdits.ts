/** Changes to texts that commands of this extension are making at the moment. Bundles that are loaded later have a number of their own: wrap what calls them. */
let running = 0;

/** Makes a change that nobody types: no list opens for it, which would take the focus from what the writer has gone on to. */
export async function makeOwnEdit<T>(edit: () => Thenable<T>): Promise<T> {
  running++;
  try {
    return await edit();
  } finally {
    running--;
  }
}

/** Whether a change that is announced now may come from `makeOwnEdit`. */
export const isOwnEdit = (): boolean => running > 0;
