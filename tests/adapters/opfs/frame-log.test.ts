import { describe, expect, test } from 'vitest';
import { encodeFrame, FRAME, scanFrames } from '../../../src/adapters/opfs/worker/frames.ts';
import { openFrameLog } from '../../../src/adapters/opfs/worker/frame-log.ts';
import { createMemoryFolder, type MemoryFolder } from '../../helpers/tablet/memory-folder.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (from: Uint8Array | null) => (from === null ? null : new TextDecoder().decode(from));
const FIRST = 'log-000001.log';

async function contentOf(folder: MemoryFolder): Promise<Record<string, string | null>> {
  const log = await openFrameLog(folder, 'log');
  const content = Object.fromEntries([...log.keys()].map((key) => [key, text(log.get(key))]));
  log.close();
  return content;
}

describe('frames', () => {
  test('every cut of a tail leaves the whole frames and says where they end', () => {
    const frames = [encodeFrame(FRAME.put, 'a', bytes('first')), encodeFrame(FRAME.put, 'b', bytes('second'))];
    const whole = Buffer.concat(frames);
    const firstEnd = frames[0]?.length ?? 0;
    for (let cut = 0; cut < whole.length; cut += 1) {
      const { frames: found, end } = scanFrames(whole.subarray(0, cut));
      expect([found.length, end]).toEqual(cut < firstEnd ? [0, 0] : [1, firstEnd]);
    }
  });

  test('any changed byte loses its own frame and no other', () => {
    const frames = ['a', 'b', 'c'].map((key) => encodeFrame(FRAME.put, key, bytes(`payload of ${key}`)));
    const at = frames[0]?.length ?? 0;
    for (let index = at; index < at + (frames[1]?.length ?? 0); index += 1) {
      const damaged = Buffer.concat(frames);
      damaged[index] = (damaged[index] ?? 0) ^ 0x20;
      expect(scanFrames(damaged).frames.map(({ key }) => key)).toEqual(['a', 'c']);
    }
  });
});

describe('the log', () => {
  test('a torn tail is cut off and writing goes on after it', async () => {
    const folder = createMemoryFolder();
    const log = await openFrameLog(folder, 'log');
    await log.put('a', bytes('kept'));
    const kept = folder.bytesOf(FIRST);
    folder.crash();
    folder.put(FIRST, Buffer.concat([kept, encodeFrame(FRAME.put, 'b', bytes('torn')).subarray(0, 15)]));
    const again = await openFrameLog(folder, 'log');
    expect([...again.keys()]).toEqual(['a']);
    expect(folder.bytesOf(FIRST)).toEqual(kept);
    await again.put('c', bytes('after'));
    folder.crash();
    expect(await contentOf(folder)).toEqual({ a: 'kept', c: 'after' });
  });

  test('a crash at any step of anything loses nothing that was answered', async () => {
    const script = async (folder: MemoryFolder, answered: Map<string, string>) => {
      const log = await openFrameLog(folder, 'log');
      for (let n = 0; n < 6; n += 1) {
        await log.put(`key-${n % 4}`, bytes(`value ${n}`));
        answered.set(`key-${n % 4}`, `value ${n}`);
      }
      await log.rewrite();
      await log.put('key-9', bytes('after'));
      answered.set('key-9', 'after');
      log.close();
    };
    const calm = createMemoryFolder();
    await script(calm, new Map());
    expect(calm.steps()).toBeGreaterThan(15);
    for (let steps = 0; steps <= calm.steps(); steps += 1) {
      for (const torn of [0, 7, 1000]) {
        const folder = createMemoryFolder();
        const answered = new Map<string, string>();
        folder.crashAfter(steps);
        await script(folder, answered).catch(() => undefined);
        folder.crash(torn);
        const found = await contentOf(folder);
        for (const [key, value] of answered) {
          // The value that was being written when it crashed may have arrived: nobody was told either way.
          const number = (said: string | null | undefined) => Number(/\d+/.exec(said ?? '')?.[0] ?? -1);
          const right = found[key] === value || (found[key] !== undefined && number(found[key]) > number(value));
          expect(right, `${key} after ${steps} steps, torn ${torn}: ${found[key]} for ${value}`).toBe(true);
        }
      }
    }
  });

  test('a rewrite takes the removed bytes off the disk', async () => {
    const folder = createMemoryFolder();
    const log = await openFrameLog(folder, 'log');
    await log.put('a', bytes('SECRET WORDS'));
    await log.put('b', bytes('other'));
    await log.remove(['a']);
    await log.rewrite();
    const names = await folder.list();
    const disk = Buffer.concat(names.map((name) => folder.bytesOf(name))).toString('latin1');
    expect(disk).not.toContain('SECRET');
    expect(disk).toContain('other');
    expect(names).toHaveLength(1);
  });

  test('no room: the frame is refused, what was there stays, and smaller ones go on', async () => {
    const folder = createMemoryFolder();
    const log = await openFrameLog(folder, 'log');
    await log.put('a', bytes('kept'));
    folder.room(folder.bytesOf(FIRST).length + 40);
    await expect(log.put('b', new Uint8Array(500))).rejects.toMatchObject({ name: 'QuotaExceededError' });
    await log.put('c', bytes('small'));
    folder.crash();
    expect(await contentOf(folder)).toEqual({ a: 'kept', c: 'small' });
  });

  test('it stays small however often one key changes', async () => {
    const folder = createMemoryFolder();
    const log = await openFrameLog(folder, 'log');
    for (let n = 0; n < 300; n += 1) await log.put('draft', new Uint8Array(20_000).fill(n));
    const size = (await folder.list()).reduce((sum, name) => sum + folder.bytesOf(name).length, 0);
    expect(size).toBeLessThan(1_200_000);
    log.close();
    const again = await openFrameLog(folder, 'log');
    expect(again.get('draft')?.[0]).toBe(299 % 256);
  });

  test('a second opener is refused', async () => {
    const folder = createMemoryFolder();
    await openFrameLog(folder, 'log');
    await expect(openFrameLog(folder, 'log')).rejects.toMatchObject({ name: 'NoModificationAllowedError' });
  });
});
