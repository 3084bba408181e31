/** The worker of decode-heic.ts: reads one photo and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Decoded } from './decode-heic.ts'

const { bytes, pixelsMax } = workerData as { bytes: Uint8Array; pixelsMax: number }

/** Memory of the reader: a photo of 40 megapixels takes 400 MB. A file that asks for more is not read. */
const MEMORY_MAX_BYTES = 640 * 1024 * 1024
const PAGE_BYTES = 64 * 1024

const { grow } = WebAssembly.Memory.prototype
WebAssembly.Memory.prototype.grow = function (pages) {
  if (this.buffer.byteLength + pages * PAGE_BYTES > MEMORY_MAX_BYTES) throw new RangeError('more than one photo takes')
  return grow.call(this, pages)
}

// An installation without it: the worker ends, and photos stay closed.
const { default: reader } = await import('libheif-js/wasm-bundle.js')

parentPort!.postMessage(await read())

async function read(): Promise<Decoded> {
  const photos = new reader.HeifDecoder().decode(bytes)
  const photo = photos.find((one) => one.is_primary()) ?? photos[0]
  if (!photo) return 'unreadable'
  const [width, height] = [photo.get_width(), photo.get_height()]
  if (width * height > pixelsMax) return 'too-large'
  const data = new Uint8ClampedArray(width * height * 4)
  const isRead = await new Promise((resolve) => photo.display({ data, width, height }, resolve))
  return isRead ? { data: new Uint8Array(data.buffer), width, height } : 'unreadable'
}
