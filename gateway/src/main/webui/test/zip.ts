import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../src/archive/zip/crc32';

/** The time that every entry of a test's ZIP was written at: 2019-05-06 07:08:10. */
const TIME = (7 << 11) | (8 << 5) | 5;
const DATE = ((2019 - 1980) << 9) | (5 << 5) | 6;

/** Writes a ZIP of small files, as a program of 2020 does. */
export function zipOf(files: ReadonlyMap<string, Uint8Array>, stored = false): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, bytes] of files) {
    const nameBytes = new TextEncoder().encode(name);
    const packed = stored ? bytes : new Uint8Array(deflateRawSync(bytes));
    const common = new DataView(new ArrayBuffer(26));
    [20, 1 << 11, stored ? 0 : 8, TIME, DATE].forEach((value, index) => common.setUint16(index * 2, value, true));
    [crc32(bytes), packed.length, bytes.length].forEach((value, index) => common.setUint32(10 + index * 4, value, true));
    common.setUint16(22, nameBytes.length, true);
    const line = new DataView(new ArrayBuffer(46));
    line.setUint32(0, 0x02014b50, true);
    line.setUint16(4, 20, true);
    new Uint8Array(line.buffer).set(new Uint8Array(common.buffer), 6);
    line.setUint32(42, offset, true);
    directory.push(new Uint8Array(line.buffer), nameBytes);
    parts.push(Uint8Array.of(0x50, 0x4b, 3, 4), new Uint8Array(common.buffer), nameBytes, packed);
    offset += 30 + nameBytes.length + packed.length;
  }
  const lines = join(directory);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, files.size, true);
  end.setUint16(10, files.size, true);
  end.setUint32(12, lines.length, true);
  end.setUint32(16, offset, true);
  return join([...parts, lines, new Uint8Array(end.buffer)]);
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
