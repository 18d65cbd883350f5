import { joinBytes } from '../../../domain/bytes.ts';
import { encodeFrame, FRAME, scanFrames, type FrameType } from './frames.ts';

/** What is needed of a `FileSystemSyncAccessHandle`, so that crashes can be played through without a browser. */
export interface SyncFile {
  read(into: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  write(from: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  truncate(size: number): void;
  getSize(): number;
  flush(): void;
  close(): void;
}

/** One folder of files that only we open. */
export interface Folder {
  list(): Promise<readonly string[]>;
  /** Makes the file when it is not there. */
  open(name: string): Promise<SyncFile>;
  remove(name: string): Promise<void>;
}

/** A flushed map of bytes, kept as a log in segments. Every promise resolves after the flush. */
export interface FrameLog {
  keys(): ReadonlySet<string>;
  get(key: string): Uint8Array<ArrayBuffer> | null;
  /** The later value of a key wins; a key keeps the place of its first value. */
  put(key: string, payload: Uint8Array): Promise<void>;
  /** Forgets the keys. Their bytes stay on the disk until the next `rewrite`, which comes when most of it is dead. */
  remove(keys: Iterable<string>): Promise<void>;
  /** Writes what is live into a new file, flushes it, and only then removes the old ones. */
  rewrite(): Promise<void>;
  /** Bytes that belong to no live key. */
  deadBytes(): number;
  close(): void;
}

interface Segment {
  readonly number: number;
  readonly name: string;
  readonly file: SyncFile;
  size: number;
}

interface Place {
  readonly segment: Segment;
  readonly from: number;
  readonly to: number;
  readonly frameLength: number;
}

const SEGMENT_BYTES = 4 * 1024 * 1024;
const WRITE_STEP = 1024 * 1024;
const NOTHING = new Uint8Array(0);

/**
 * Opens the log `name` in a folder: finishes or undoes a rewrite that a crash cut short, cuts off a torn tail, and
 * indexes the rest. Files are `<name>-<number>.log`; a rewritten one begins with `beginRewrite` and counts only once its
 * `endRewrite` is there, and from then on replaces all lower numbers.
 */
export async function openFrameLog(folder: Folder, name: string): Promise<FrameLog> {
  const index = new Map<string, Place>();
  let segments: Segment[] = [];
  let liveBytes = 0;

  const nameOf = (number: number) => `${name}-${String(number).padStart(6, '0')}.log`;
  const totalBytes = () => segments.reduce((sum, segment) => sum + segment.size, 0);

  function learn(segment: Segment, type: FrameType, key: string, place: Omit<Place, 'segment'>): void {
    const before = index.get(key);
    if (type !== FRAME.put && type !== FRAME.remove) return;
    if (before !== undefined) liveBytes -= before.frameLength;
    if (type === FRAME.remove) {
      index.delete(key);
      return;
    }
    index.set(key, { segment, ...place });
    liveBytes += place.frameLength;
  }

  async function drop(segment: Segment): Promise<void> {
    segment.file.close();
    await folder.remove(segment.name);
  }

  async function load(): Promise<void> {
    const pattern = new RegExp(`^${name}-(\\d{6,})\\.log$`);
    const numbers = (await folder.list())
      .flatMap((file) => pattern.exec(file)?.[1] ?? [])
      .map(Number)
      .sort((one, other) => one - other);
    for (const number of numbers) {
      const file = await folder.open(nameOf(number));
      const segment: Segment = { number, name: nameOf(number), file, size: file.getSize() };
      const bytes = new Uint8Array(segment.size);
      file.read(bytes, { at: 0 });
      const { frames, end } = scanFrames(bytes);
      const rewritten = frames[0]?.type === FRAME.beginRewrite;
      if (rewritten && !frames.some((frame) => frame.type === FRAME.endRewrite)) {
        await drop(segment);
        continue;
      }
      if (rewritten) {
        for (const older of segments) await drop(older);
        segments = [];
        index.clear();
        liveBytes = 0;
      }
      if (end < segment.size) {
        file.truncate(end);
        file.flush();
        segment.size = end;
      }
      segments.push(segment);
      for (const { type, key, payload, length } of frames) {
        learn(segment, type, key, { ...payload, frameLength: length });
      }
    }
    if (segments.length === 0) await addSegment(1);
  }

  async function addSegment(number: number): Promise<Segment> {
    const file = await folder.open(nameOf(number));
    const segment: Segment = { number, name: nameOf(number), file, size: file.getSize() };
    segments.push(segment);
    return segment;
  }

  async function tail(): Promise<Segment> {
    const last = segments.at(-1);
    if (last === undefined) return addSegment(1);
    return last.size < SEGMENT_BYTES ? last : addSegment(last.number + 1);
  }

  /** Adds bytes at the end, or leaves the file as it was and throws. */
  function append(segment: Segment, bytes: Uint8Array<ArrayBuffer>): void {
    try {
      const written = segment.file.write(bytes, { at: segment.size });
      if (written < bytes.length) throw new DOMException('no room for the whole frame', 'QuotaExceededError');
      segment.file.flush();
    } catch (thrown) {
      segment.file.truncate(segment.size);
      throw thrown;
    }
    segment.size += bytes.length;
  }

  function read(place: Place): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(place.to - place.from);
    place.segment.file.read(bytes, { at: place.from });
    return bytes;
  }

  async function rewrite(): Promise<void> {
    const old = segments;
    const number = (old.at(-1)?.number ?? 0) + 1;
    const file = await folder.open(nameOf(number));
    const fresh: Segment = { number, name: nameOf(number), file, size: 0 };
    const places = new Map<string, Place>();
    try {
      file.truncate(0);
      append(fresh, encodeFrame(FRAME.beginRewrite, '', NOTHING));
      let batch: Uint8Array<ArrayBuffer>[] = [];
      let batchBytes = 0;
      const writeBatch = () => {
        append(fresh, joinBytes(batch));
        batch = [];
        batchBytes = 0;
      };
      for (const [key, place] of index) {
        const frame = encodeFrame(FRAME.put, key, read(place));
        const at = fresh.size + batchBytes;
        places.set(key, {
          segment: fresh,
          from: at + frame.length - (place.to - place.from),
          to: at + frame.length,
          frameLength: frame.length,
        });
        batch.push(frame);
        batchBytes += frame.length;
        if (batchBytes >= WRITE_STEP) writeBatch();
      }
      batch.push(encodeFrame(FRAME.endRewrite, '', NOTHING));
      writeBatch();
    } catch (thrown) {
      await drop(fresh);
      throw thrown;
    }
    segments = [fresh];
    for (const [key, place] of places) index.set(key, place);
    for (const segment of old) await drop(segment);
  }

  await load();

  return {
    keys: () => new Set(index.keys()),
    get(key) {
      const place = index.get(key);
      return place === undefined ? null : read(place);
    },
    async put(key, payload) {
      const segment = await tail();
      const frame = encodeFrame(FRAME.put, key, payload);
      const at = segment.size;
      append(segment, frame);
      const to = at + frame.length;
      learn(segment, FRAME.put, key, { from: to - payload.length, to, frameLength: frame.length });
      if (isMostlyDead()) await rewrite().catch(() => undefined);
    },
    async remove(keys) {
      const known = [...keys].filter((key) => index.has(key));
      if (known.length === 0) return;
      const segment = await tail();
      append(segment, joinBytes(known.map((key) => encodeFrame(FRAME.remove, key, NOTHING))));
      for (const key of known) learn(segment, FRAME.remove, key, { from: 0, to: 0, frameLength: 0 });
      if (isMostlyDead()) await rewrite().catch(() => undefined);
    },
    rewrite,
    deadBytes: () => totalBytes() - liveBytes,
    close() {
      for (const segment of segments) segment.file.close();
      segments = [];
      index.clear();
    },
  };

  /** Rewriting costs what is live; done only when at least as much is dead, it stays cheap however long it goes on. */
  function isMostlyDead(): boolean {
    const dead = totalBytes() - liveBytes;
    return dead > 1024 * 1024 && dead > liveBytes;
  }
}
