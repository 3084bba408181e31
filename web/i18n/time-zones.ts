/** All zones the browser knows, as choices; its own even where the list leaves it out. */
export function timeZones(own: string): { value: string; label: string }[] {
  return [...new Set([own, ...Intl.supportedValuesOf('timeZone')])]
    .sort()
    .map((value) => ({ value, label: value.replaceAll('_', ' ') }))
}
