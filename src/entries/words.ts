/** Words for what the flows report; a locale is imported alone, from `lockpanel/words/en` or `lockpanel/words/zh`. */
export type { AlarmCode } from '../words/alarm-code'
export type { Message } from '../words/describe-error'
export type { WordGroups } from '../words/groups'
export type { AttemptState, Locale } from '../words/locale'
export type { EnrolmentFailureReason, Refusal } from '../words/problem-of-reason'
export type { Words } from '../words/words'
export { wordsFor } from '../words/words'
