import type { Encoding } from './decode-text.ts';

/** Index of the first character beyond the basic plane among the four-byte codes of GB18030. */
const FIRST_SUPPLEMENTARY = 189_000;
const LAST_BASIC = 39_419;

/** The platform writes UTF-8 only; the codes of GB18030 are taken from the platform's own decoder. */
let gbCodes: ReadonlyMap<number, readonly number[]> | undefined;

/** Text in an encoding, with a byte order mark when it is asked for. GB18030 has none. */
export function encodeText(text: string, encoding: Encoding, hasMark: boolean): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(hasMark ? `\ufeff${text}` : text);
    case 'utf-16le':
    case 'utf-16be':
      return encodeUtf16(hasMark ? `\ufeff${text}` : text, encoding === 'utf-16le');
    case 'gb18030':
      return encodeGb18030(text);
  }
}

function encodeUtf16(text: string, isLittleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(index * 2, text.charCodeAt(index), isLittleEndian);
  }
  return new Uint8Array(view.buffer);
}

function encodeGb18030(text: string): Uint8Array {
  gbCodes ??= readGbCodes();
  const bytes = new Uint8Array(text.length * 4);
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const codes =
      code < 0x80 ? [code] : code < 0x10000 ? gbCodes.get(code) : fourBytes(code - 0x10000 + FIRST_SUPPLEMENTARY);
    for (const byte of codes ?? [0x3f]) {
      bytes[length] = byte;
      length += 1;
    }
  }
  return bytes.subarray(0, length);
}

function readGbCodes(): ReadonlyMap<number, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<number, readonly number[]>();
  function add(bytes: readonly number[]): void {
    const text = decoder.decode(Uint8Array.from(bytes));
    if (text.length === 1 && text !== '\ufffd' && !codes.has(text.charCodeAt(0))) codes.set(text.charCodeAt(0), bytes);
  }
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) add([lead, trail]);
  }
  for (let index = 0; index <= LAST_BASIC; index += 1) add(fourBytes(index));
  return codes;
}

function fourBytes(index: number): number[] {
  return [
    0x81 + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ];
}
