import { useEffect, useState } from 'react'
import type { LanguageCode } from './text/language'

export type Theme = 'system' | 'light' | 'dark'

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

const stored = (): Partial<Preferences> => {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}')
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
