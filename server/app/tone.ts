/** A plain tone as a telephone would record it: WAV, 8 kHz, 16 bits, one channel. Stands in for a voice where nobody can speak. */
const RATE = 8_000
const TONE_HZ = 440
const LOUDNESS = 6_000

export function aTone(seconds: number): Buffer {
  const samples = Math.round(seconds * RATE)
  const bytes = Buffer.alloc(44 + samples * 2)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(36 + samples * 2, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(RATE, 24)
  bytes.writeUInt32LE(RATE * 2, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(samples * 2, 40)
  for (let n = 0; n < samples; n++)
    bytes.writeInt16LE(Math.round(Math.sin((2 * Math.PI * TONE_HZ * n) / RATE) * LOUDNESS), 44 + n * 2)
  return bytes
}
