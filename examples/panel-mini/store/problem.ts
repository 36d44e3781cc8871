import type { Message } from 'lockpanel/words'
import type { Language } from '../text/language'

/** What happened and what to do; `null` without an error, because `setData` takes no `undefined`. */
export const problemOf = ({ words }: Language, error: unknown): Message | null =>
  error === undefined ? null : words.error(error)
