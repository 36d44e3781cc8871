import { isVendorError } from '../../core/errors/vendor-error'
import { isEvent, type Mail } from './course'
import { saysRunning } from './credible'
import type { EnrolledMethod } from './enrol-request'
import { isOpenEnded } from './enrolment-error'
import { methodOf } from './enrolment-way'
import type { Mailbox } from './mailbox'
import type { MailAt, Reading } from './read-mail'

/** How an enrolment was left. */
export interface Stopped {
  /** The lock had it before it stopped. */
  readonly method?: EnrolledMethod
  /** The order to begin was not carried out, and never will be. */
  readonly neverLeft?: true
  /** The lock, or the cloud, says that nothing runs any more. */
  readonly isKnown: boolean
}

/** How long the lock may take to say that it has stopped. */
const STOP_MS = 5_000

/**
 * Has the lock stop, once, so that it does not take in the finger of a stranger; unless it has said before how it ended.
 * Never fails: what went wrong before is what a developer has to know.
 */
export const stopEnrolment = async (
  reading: Reading,
  { put, take, takeKept }: Mailbox<Mail>,
): Promise<Stopped> => {
  const { way, course, patience, tell, reportTimeoutMs } = reading
  const read = readerOfEnd(reading)
  for (let kept = takeKept(); kept !== undefined; kept = takeKept()) {
    const end = await read(kept)
    if (end !== undefined) return end
  }
  // What runs there is not ours.
  if (course.refusal !== undefined && saysRunning(course.refusal.reason))
    return { neverLeft: true, isKnown: true }

  tell({ step: 'stopping' })
  patience.wait(reportTimeoutMs)
  // An order to stop that overtakes the order to begin stops nothing.
  while (!course.isAnswered && !course.hasBegun) {
    const mail = await take()
    if (patience.isOver(mail)) break
    const end = await read(mail)
    if (end !== undefined) return end
  }

  patience.wait(STOP_MS)
  course.isStopping = true
  const stopping = way.stop$.subscribe({
    next: ({ step }) =>
      put({ step: 'stop-answered', isStopped: step === 'cancelled', isKnown: true }),
    error: (error: unknown) =>
      put({ step: 'stop-answered', isStopped: false, isKnown: saysNothingRuns(error) }),
  })
  try {
    for (;;) {
      const mail = await take()
      if (patience.isOver(mail)) return { isKnown: false }
      const end = await read(mail)
      if (end !== undefined) return end
    }
  } finally {
    stopping.unsubscribe()
  }
}

/** The cloud has no code of its own for it: it says no for good, and the lock is not out of reach. */
const saysNothingRuns = (error: unknown): boolean =>
  isVendorError(error) && error.class === 'permanent'

type ReadEnd<M> = (mail: M) => Promise<Stopped | undefined> | Stopped | undefined

/** What of the mail is an end; the rest is noted down. */
const readerOfEnd = ({ type, way, course, find, isOurs, tell }: Reading): ReadEnd<Mail> => {
  const over = (): Stopped | undefined => {
    // Before the order to stop, what was never begun has no end, and what names nobody may be anybody's.
    const isCertain = course.isStopping || (course.hasBegun && way.namesNobody !== true)
    return isCertain ? { isKnown: true } : undefined
  }
  const readings: { readonly [Step in Mail['step']]?: ReadEnd<MailAt<Step>> } = {
    accepted: () => {
      course.isAnswered = true
      course.isAccepted = true
      course.hasBegun ||= way.answerMeansStarted === true
      return undefined
    },
    refused: ({ error }) => {
      course.isAnswered = true
      return isOpenEnded(error) ? undefined : { neverLeft: true, isKnown: true }
    },
    started: () => {
      course.isHeard = true
      course.hasBegun = true
      return undefined
    },
    done: (event) => ({ method: methodOf(type, way.userId, event), isKnown: true }),
    listed: ({ method }) => (course.hasBegun ? { method, isKnown: true } : undefined),
    ended: async () => {
      const method = await find(course.isAccepted).catch(() => undefined)
      return method === undefined ? over() : { method, isKnown: true }
    },
    cancelled: () => {
      const end = over()
      if (end !== undefined) tell({ step: 'stopped' })
      return end
    },
    failed: over,
    'stop-answered': ({ isStopped, isKnown }) => {
      if (isStopped) tell({ step: 'stopped' })
      return { isKnown }
    },
  }
  return (mail) => {
    if (isEvent(mail) && !isOurs(mail)) return undefined
    return (readings[mail.step] as ReadEnd<Mail> | undefined)?.(mail)
  }
}
