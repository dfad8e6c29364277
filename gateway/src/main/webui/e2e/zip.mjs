// Writes a ZIP of texts, stored.
import * as zlib from 'node:zlib';

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The CRC-32 of bytes that follow those of which `before` is the CRC-32. */
export function checksum(bytes, before = 0) {
  if (zlib.crc32) return zlib.crc32(bytes, before);
  let crc = ~before;
  for (const byte of bytes) crc = (crc >>> 8) ^ TABLE[(crc ^ byte) & 0xff];
  return ~crc >>> 0;
}

/** The bytes of a ZIP that holds these texts, by name. */
export function zipOf(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const bytes = Buffer.from(text);
    const common = Buffer.alloc(26);
    [20, 0, 0, 0x3a65, 0x5a21].forEach((value, index) => common.writeUInt16LE(value, index * 2));
    [checksum(bytes), bytes.length, bytes.length].forEach((value, index) => common.writeUInt32LE(value, 10 + index * 4));
    common.writeUInt16LE(name.length, 22);
    const line = Buffer.alloc(46);
    line.writeUInt32LE(0x02014b50, 0);
    common.copy(line, 6);
    line.writeUInt32LE(offset, 42);
    directory.push(line, Buffer.from(name));
    parts.push(Buffer.from([0x50, 0x4b, 3, 4]), common, Buffer.from(name), bytes);
    offset += 30 + name.length + bytes.length;
  }
  const lines = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(lines.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, lines, end]);
}
