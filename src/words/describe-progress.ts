import type { EnrolmentEvent } from '../flows/enrolment/enrolment-event'
import { describeError, messageOf } from './describe-error'
import type { AttemptState, Locale } from './locale'
import { problemOfReason } from './problem-of-reason'
import { wordIn } from './word-in'

type Enrolling = Extract<EnrolmentEvent, { readonly step: 'enrolling' }>

/** Such as `2/5`; without a total, the number of completed steps. */
const progressOf = ({ done, total }: Pick<Enrolling, 'done' | 'total'>): string =>
  total === undefined ? String(done) : `${done}/${total}`

const describeEnrolling = (locale: Locale, state: Enrolling, prompt: string): string =>
  locale.withDetails(state.mustRepeat === true ? locale.repeat : prompt, progressOf(state))

/** The step of an attempt; of a failed one, what happened. */
export const describeStep = (locale: Locale, state: AttemptState): string => {
  if (state.step === 'failed') return describeError(locale, state.error).title
  const word = wordIn(locale.steps, state.step)
  return state.step === 'enrolling' ? describeEnrolling(locale, state, word) : word
}

/** The event of an enrolment: what the person at the lock does, or what happened. */
export const describeEvent = (locale: Locale, event: EnrolmentEvent): string => {
  const { enrolmentPrompt } = locale.groups
  if (event.step === 'failed')
    return messageOf(locale, problemOfReason('enrolment', event.reason)).title
  if (event.step === 'started') return wordIn(enrolmentPrompt, event.type)
  return event.step === 'enrolling'
    ? describeEnrolling(locale, event, wordIn(enrolmentPrompt, event.type))
    : wordIn(locale.steps, event.step)
}
