import { type Words, wordsFor } from 'lockpanel/words'
import { en as enWords } from 'lockpanel/words/en'
import { zh as zhWords } from 'lockpanel/words/zh'
import { en, type Text } from './en'
import { timeText } from './time'
import { zh } from './zh'

type LanguageCode = 'zh' | 'en'

/** One language: what the panel says, and the words for what the lock reports. */
export interface Language {
  readonly code: LanguageCode
  readonly text: Text
  readonly words: Words
  readonly time: (atMs: number) => string
}

const KEY = 'language'

const time = (atMs: number): string => timeText(atMs, Date.now())

const languages: Readonly<Record<LanguageCode, Language>> = {
  zh: { code: 'zh', text: zh, words: wordsFor(zhWords), time },
  en: { code: 'en', text: en, words: wordsFor(enWords), time },
}

const isCode = (value: unknown): value is LanguageCode => value === 'zh' || value === 'en'

/** The language that was chosen, or that of WeChat. */
export const currentLanguage = (): Language => {
  const chosen: unknown = wx.getStorageSync(KEY)
  if (isCode(chosen)) return languages[chosen]
  return languages[wx.getAppBaseInfo().language.startsWith('zh') ? 'zh' : 'en']
}

export const switchLanguage = (): void => {
  wx.setStorageSync(KEY, currentLanguage().code === 'zh' ? 'en' : 'zh')
}
