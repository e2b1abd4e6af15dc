/** A picture of 20 MB has some thousand parts. One cut into millions would need far more memory than its bytes. */
export const MOST_PARTS = 100_000;

/** Whether `bytes` has this text, byte for byte in Latin-1, at `offset`. */
export function hasText(bytes: Uint8Array, offset: number, text: string): boolean {
  return offset + text.length <= bytes.length && textAt(bytes, offset, text.length) === text;
}

/** `length` bytes as Latin-1 text. */
export function textAt(bytes: Uint8Array, offset: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + length));
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
