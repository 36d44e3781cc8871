import type { LockRecord } from '../flows/records/lock-record'
import type { Locale } from './locale'
import { wordIn } from './word-in'

type Name = string | undefined

const isText = (text: Name): text is string => text !== undefined && text !== ''

const withDetails = (locale: Locale, word: string, details: readonly Name[]): string => {
  const texts = details.filter(isText)
  return texts.length === 0 ? word : locale.withDetails(word, locale.list(texts))
}

/** The person, or all who unlocked together; empty if no source names one. */
const whoOf = ({ you, list }: Locale, record: LockRecord): string => {
  if (record.isCurrentUser === true) return you
  const together = (record.together ?? []).map(({ userName }) => userName).filter(isText)
  return together.length > 0 ? list(together) : (record.userName ?? '')
}

/** One line: who, how and what. */
export const describeRecord = (locale: Locale, record: LockRecord): string => {
  const { groups } = locale
  const { kind, method, methodName, alarm, code } = record
  const who = whoOf(locale, record)
  const how = method === undefined ? '' : wordIn(groups.method, method)
  if (kind === 'opening') return withDetails(locale, locale.opening(who, how), [methodName])
  if (kind === 'closing') return locale.closing(who)
  if (kind === 'alarm')
    return withDetails(locale, wordIn(groups.alarm, alarm), [who, methodName ?? how])
  const word =
    kind === 'operation' ? wordIn(groups.operation, code) : wordIn(groups.recordKind, kind)
  return withDetails(locale, word, [who])
}
