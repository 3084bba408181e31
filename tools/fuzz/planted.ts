/** For the test of these tools: parsers with a fault that is known. */
import type { Parser } from './parser.ts'

const samples = () => [Buffer.from('0123456789')]
const msSince = (began: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1_000
}
const isHit = (bytes: Buffer): boolean => bytes.includes('!')

export const PARSERS: Record<string, Parser> = {
  sound: { samples, words: ['!'], read: () => undefined },
  throws: {
    samples,
    words: ['!'],
    read: (bytes) => {
      if (isHit(bytes)) throw new RangeError('a mark that nobody meant')
    },
  },
  slow: {
    samples,
    words: ['!'],
    read: (bytes) => {
      for (let turn = 0, began = process.cpuUsage(); isHit(bytes) && msSince(began) < 1_300; turn++)
        while (++turn % 1_000_000 !== 0);
    },
  },
  endless: {
    samples,
    words: ['!'],
    read: (bytes) => {
      while (isHit(bytes));
    },
  },
  memory: {
    samples,
    words: ['!'],
    read: (bytes) => {
      if (isHit(bytes)) Buffer.alloc(400_000_000, 1)
    },
  },
  died: {
    samples,
    words: ['!'],
    read: (bytes) => {
      if (isHit(bytes)) process.abort()
    },
  },
}
