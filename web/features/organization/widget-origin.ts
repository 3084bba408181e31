/**
 * A web site as somebody writes it, to the form the contract takes (`WidgetOrigin`): `clinic.example/contact` is `https://clinic.example`.
 * @returns undefined for what is no site.
 */
export function readOrigin(text: string): string | undefined {
  const trimmed = text.trim()
  const url = URL.parse(/^[a-z]+:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`)
  if (!url || url.username || url.password || !trimmed) return undefined
  const isHere = ['localhost', '127.0.0.1'].includes(url.hostname)
  const isSite = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(url.hostname) || isHere
  return isSite && (url.protocol === 'https:' || (url.protocol === 'http:' && isHere)) ? url.origin : undefined
}
