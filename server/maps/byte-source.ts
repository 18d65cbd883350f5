import { open } from 'node:fs/promises';
import { MapTrouble } from './trouble.ts';

/** A file that is read a part at a time: it may be far larger than memory. */
export interface ByteSource {
  readonly bytes: number;
  /** Exactly these bytes. Throws MapTrouble('cut-off') when the file ends before. */
  read(offset: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** A file on the disk. Throws as `open` does when it is not there or may not be read. */
export async function openFile(path: string): Promise<ByteSource> {
  const file = await open(path, 'r');
  const { size } = await file.stat();
  return {
    bytes: size,
    async read(offset, length) {
      if (offset < 0 || length < 0 || offset + length > size) throw new MapTrouble('cut-off');
      const into = Buffer.allocUnsafe(length);
      for (let done = 0; done < length;) {
        const { bytesRead } = await file.read(into, done, length - done, offset + done);
        if (bytesRead === 0) throw new MapTrouble('cut-off');
        done += bytesRead;
      }
      return into;
    },
    close: () => file.close(),
  };
}
