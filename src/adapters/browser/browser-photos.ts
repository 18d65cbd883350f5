import { Problem } from '../../domain/problems.ts';
import type { Photos } from '../../ports/recorder.ts';

const LONGEST_PX = 1600;
const MIME = 'image/jpeg';
const QUALITY = 0.8;

/** Draws the photo anew: smaller, upright, and without anything the camera wrote beside it (place, time, model). */
export function createBrowserPhotos(): Photos {
  return {
    async prepare(file) {
      try {
        const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
        const scale = Math.min(1, LONGEST_PX / Math.max(picture.width, picture.height));
        const width = Math.max(1, Math.round(picture.width * scale));
        const height = Math.max(1, Math.round(picture.height * scale));
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext('2d', { alpha: false });
        if (context === null) throw new Error('no canvas');
        context.fillStyle = 'white';
        context.fillRect(0, 0, width, height);
        context.imageSmoothingQuality = 'high';
        context.drawImage(picture, 0, 0, width, height);
        picture.close();
        const drawn = await canvas.convertToBlob({ type: MIME, quality: QUALITY });
        return { bytes: new Uint8Array(await drawn.arrayBuffer()), mime: drawn.type, width, height };
      } catch (thrown) {
        throw new Problem('photo-unreadable', {}, { cause: thrown });
      }
    },
  };
}
