/** A picture of a draft, as its bytes say. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly type: 'png' | 'jpg' | 'gif' | 'bmp';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** What kind of picture bytes are and how large it is; undefined for what Word cannot show everywhere. */
export function readPicture(bytes: Uint8Array): Picture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const picture = (type: Picture['type'], width: number, height: number): Picture | undefined =>
    width > 0 && height > 0 ? { bytes, type, width, height } : undefined;
  if (bytes.length < 26) return undefined;
  if (view.getUint32(0) === 0x89504e47) return picture('png', view.getUint32(16), view.getUint32(20));
  if (view.getUint32(0) === 0x47494638) return picture('gif', view.getUint16(6, true), view.getUint16(8, true));
  if (view.getUint16(0) === 0x424d) return picture('bmp', view.getInt32(18, true), Math.abs(view.getInt32(22, true)));
  if (view.getUint16(0) !== 0xffd8) return undefined;
  // Segments up to the one that gives the size: ITU T.81, B.2.2.
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return picture('jpg', view.getUint16(at + 7), view.getUint16(at + 5));
  }
  return undefined;
}

/** Size in points of a picture that is no larger than the room, at 96 pixels an inch. */
export function pictureSize(
  { width, height }: Picture,
  widest: number,
  highest: number,
): { width: number; height: number } {
  const scale = Math.min(0.75, widest / width, highest / height);
  return { width: width * scale, height: height * scale };
}
