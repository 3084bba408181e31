/** Light, dark or the system's; normal or high contrast. Kept on the device, set on <html> before the first paint. */
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const CONTRASTS = ['system', 'more'] as const
export type Contrast = (typeof CONTRASTS)[number]

export type Appearance = { theme: Theme; contrast: Contrast }

const STORAGE_KEY = 'bedside.appearance'

/** What somebody chose on this page or before it; undefined: nobody did. */
let chosen: Appearance | undefined

export function rememberedAppearance(): Appearance {
  try {
    const text = localStorage.getItem(STORAGE_KEY)
    const kept = JSON.parse(text ?? '{}') as Partial<Appearance>
    const appearance = {
      theme: THEMES.find((theme) => theme === kept.theme) ?? 'system',
      contrast: CONTRASTS.find((contrast) => contrast === kept.contrast) ?? 'system',
    }
    if (text) chosen = appearance
    return appearance
  } catch {
    return { theme: 'system', contrast: 'system' }
  }
}

export function applyAppearance({ theme, contrast }: Appearance): void {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
  if (contrast === 'system') delete root.dataset.contrast
  else root.dataset.contrast = contrast
}

/** Signing out empties the browser's storage. How the screens look is nobody's secret, and stays. */
export function keepAppearance(): void {
  if (chosen) rememberAppearance(chosen)
}

export function rememberAppearance(appearance: Appearance): void {
  chosen = appearance
  applyAppearance(appearance)
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(appearance))
  } catch {
    // Storage refused (private window): the choice lasts as long as the page.
  }
}
