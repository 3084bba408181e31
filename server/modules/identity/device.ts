/** What a person needs to know a device again, from closed lists: the header itself is never kept or shown. */
export type Device = { browser: Browser; system: System; /** It came over TLS. */ isSecure: boolean }
type Browser = 'Edge' | 'Chrome' | 'Firefox' | 'Safari' | 'other'
type System = 'Windows' | 'macOS' | 'iOS' | 'Android' | 'Linux' | 'other'

// In this order: each later one's mark also stands in the headers of the earlier ones.
const BROWSERS: readonly [RegExp, Browser][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: readonly [RegExp, System][] = [
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux|X11|CrOS/, 'Linux'],
]

export function readDevice(userAgent: string | undefined, isSecure: boolean): Device {
  const find = <T>(list: readonly [RegExp, T][]) =>
    list.find(([mark]) => mark.test((userAgent ?? '').slice(0, 500)))?.[1]
  return { browser: find(BROWSERS) ?? 'other', system: find(SYSTEMS) ?? 'other', isSecure }
}
