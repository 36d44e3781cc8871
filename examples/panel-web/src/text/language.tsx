import { type Words, wordsFor } from 'lockpanel/words'
import { en as enWords } from 'lockpanel/words/en'
import { zh as zhWords } from 'lockpanel/words/zh'
import { createContext, useContext } from 'react'
import { en, type Text } from './en'
import { zh } from './zh'

export type LanguageCode = 'zh' | 'en'

/** One language: what the panel says, and the words for what the lock reports. */
export interface Language {
  readonly code: LanguageCode
  readonly text: Text
  readonly words: Words
  /** A time of day, with the date if it is another day. */
  readonly time: (atMs: number) => string
}

const languageOf = (code: LanguageCode, text: Text, words: Words): Language => {
  const short = new Intl.DateTimeFormat(code, { hour: '2-digit', minute: '2-digit' })
  const long = new Intl.DateTimeFormat(code, { dateStyle: 'medium', timeStyle: 'short' })
  const isToday = (atMs: number) => new Date(atMs).toDateString() === new Date().toDateString()
  return {
    code,
    text,
    words,
    time: (atMs) => (isToday(atMs) ? short : long).format(atMs),
  }
}

export const languages: Readonly<Record<LanguageCode, Language>> = {
  zh: languageOf('zh', zh, wordsFor(zhWords)),
  en: languageOf('en', en, wordsFor(enWords)),
}

export const LanguageContext = createContext<Language>(languages.zh)

export const useLanguage = (): Language => useContext(LanguageContext)
