/** What Windows-1252 has from 80 to 9F, where Latin-1 has controls. Source: encoding.spec.whatwg.org, index windows-1252. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const asWindows = (latin: string): string =>
  latin.replaceAll(/\p{Cc}/gu, (control) => windows[control.charCodeAt(0) - 0x80] ?? control);

/** Decodes the bytes of a text as they come, the last with `isLast`. Node 20 takes Windows-1252 for Latin-1, so we decode it ourselves. */
export function textDecoder(encoding: string): (bytes: Uint8Array, isLast: boolean) => string {
  if (encoding === 'windows-1252')
    return (bytes) => asWindows(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'));
  const decoder = new TextDecoder(encoding);
  return (bytes, isLast) => decoder.decode(bytes, { stream: !isLast });
}
