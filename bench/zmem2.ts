const show=(w:string)=>{ (globalThis as any).gc?.(); const m=process.memoryUsage(); console.log(w.padEnd(20),'rss',(m.rss/1e6).toFixed(0),'heap',(m.heapUsed/1e6).toFixed(1),'ext',(m.external/1e6).toFixed(0)) }
const { understand } = await import('#engines/understanding/understand.ts')
understand({text:'hello'}); show('one')
if (process.env.SNAP) { (await import('node:v8')).writeHeapSnapshot(process.env.SNAP) }
