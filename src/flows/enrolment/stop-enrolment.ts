import type { Scheduler } from '../../core/clock'
import type { AttemptControl } from '../shared/attempt'
import type { Course, Mail } from './course'
import type { EnrolmentStep } from './enrol-request'
import { isOpenEnded } from './enrolment-error'
import type { EnrolmentEvent } from './enrolment-event'
import type { EnrolmentWay } from './enrolment-way'
import type { Mailbox } from './mailbox'

export interface StopOptions {
  readonly clock: Scheduler
  readonly reportTimeoutMs: number
  readonly tell: AttemptControl<EnrolmentStep>['tell']
}

/** How long the lock may take to say that it has stopped. */
const STOP_MS = 5_000

/**
 * Has the lock stop, once, so that it does not take in the finger of a stranger; gives the event that ended it, if one
 * is heard. Never fails: what went wrong before is what a developer has to know.
 */
export const stopEnrolment = async (
  way: EnrolmentWay,
  { put, take }: Mailbox<Mail>,
  course: Course,
  { clock, reportTimeoutMs, tell }: StopOptions,
): Promise<EnrolmentEvent | undefined> => {
  tell({ step: 'stopping' })
  // An order to stop that overtakes the order to begin stops nothing.
  while (!course.isAnswered && !course.isStarted) {
    const mail = (await take(reportTimeoutMs)) ?? NO_ANSWER
    if (mail.step === 'refused' && !isOpenEnded(mail.error)) return undefined
    if (isEnd(mail)) return mail
    if (mail.step === 'accepted' || mail.step === 'refused') course.isAnswered = true
    else course.isStarted = true
  }

  const untilMs = clock.now() + STOP_MS
  const stopping = way.stop$.subscribe({
    next: put,
    // Nobody takes the order: there is nothing to wait for.
    error: () => put({ step: 'failed', reason: 'no-answer' }),
  })
  try {
    for (;;) {
      const mail = await take(Math.max(0, untilMs - clock.now()))
      if (mail === undefined) return undefined
      if (!isEnd(mail)) continue
      if (mail.step === 'cancelled') tell({ step: 'stopped' })
      return mail
    }
  } finally {
    stopping.unsubscribe()
  }
}

const NO_ANSWER: Mail = { step: 'accepted' }
const ends: readonly Mail['step'][] = ['done', 'ended', 'cancelled', 'failed']

const isEnd = (mail: Mail): mail is EnrolmentEvent => ends.includes(mail.step)
