import { useEffect, useState } from 'react'
import type { LanguageCode } from './text/language'

type Theme = 'system' | 'light' | 'dark'

/** What the person chose for this panel; kept on the phone. */
export interface Preferences {
  readonly language: LanguageCode
  readonly theme: Theme
}

const KEY = 'panel-preferences'

const ofThePhone = (): Preferences => ({
  language: navigator.language.startsWith('zh') ? 'zh' : 'en',
  theme: 'system',
})

const isLanguage = (value: unknown): value is LanguageCode => value === 'zh' || value === 'en'
const isTheme = (value: unknown): value is Theme =>
  value === 'system' || value === 'light' || value === 'dark'

/** An older version of the panel may have stored something else. */
const stored = (): Partial<Preferences> => {
  try {
    const { language, theme }: Record<string, unknown> = JSON.parse(
      localStorage.getItem(KEY) ?? '{}',
    )
    return { ...(isLanguage(language) && { language }), ...(isTheme(theme) && { theme }) }
  } catch {
    return {}
  }
}

const isDark = (theme: Theme): boolean =>
  theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)

export const usePreferences = (): readonly [
  Preferences,
  (change: Partial<Preferences>) => void,
] => {
  const [preferences, setPreferences] = useState<Preferences>({ ...ofThePhone(), ...stored() })
  const { language, theme } = preferences
  useEffect(() => {
    document.documentElement.lang = language
    // The name that antd-mobile reads.
    document.documentElement.dataset.prefersColorScheme = isDark(theme) ? 'dark' : 'light'
    document.documentElement.style.colorScheme = isDark(theme) ? 'dark' : 'light'
  }, [language, theme])
  const change = (changed: Partial<Preferences>) => {
    const next = { ...preferences, ...changed }
    localStorage.setItem(KEY, JSON.stringify(next))
    setPreferences(next)
  }
  return [preferences, change]
}
