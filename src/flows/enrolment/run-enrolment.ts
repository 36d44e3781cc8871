import { Subscription } from 'rxjs'
import type { Scheduler } from '../../core/clock'
import { CancelledError } from '../../core/errors/cancelled-error'
import { OutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import type { SdkError } from '../../core/errors/sdk-error'
import { TimeoutError } from '../../core/errors/timeout-error'
import { TransportError } from '../../core/errors/transport-error'
import type { AttemptControl } from '../shared/attempt'
import type { Course, Mail } from './course'
import type { EnrolledMethod, EnrolmentStep } from './enrol-request'
import { isOpenEnded, lockError, origin, sdkErrorOf } from './enrolment-error'
import { type EnrolmentWay, methodOf } from './enrolment-way'
import { createMailbox, type Mailbox } from './mailbox'
import { readerOf } from './read-mail'
import { stopEnrolment } from './stop-enrolment'

export interface EnrolmentTimes {
  readonly clock: Scheduler
  /** How long the lock may take to say that it has begun. */
  readonly reportTimeoutMs: number
  /** How long somebody at the door may take for a step. */
  readonly stepTimeoutMs: number
}

/** The lists of the cloud may be a moment behind its pushes. */
const LISTS_LAG_MS = 3_000

/** Takes one method in. Listens before it starts, and leaves nothing running: neither here nor at the lock. */
export const runEnrolment = async (
  type: EnrolledMethod['type'],
  way: EnrolmentWay,
  { clock, reportTimeoutMs, stepTimeoutMs }: EnrolmentTimes,
  { tell, signal }: AttemptControl<EnrolmentStep>,
): Promise<EnrolledMethod> => {
  const box = createMailbox<Mail>(clock)
  const course: Course = { isAnswered: false, isStarted: false, isEnding: false, done: 0 }
  const find = finderOf(way)
  const read = readerOf({ type, way, course, find, tell, stepTimeoutMs })

  const patienceMs = (): number => {
    if (course.isEnding) return LISTS_LAG_MS
    return course.isStarted || !course.isAnswered ? stepTimeoutMs : reportTimeoutMs
  }
  const follow = async (): Promise<EnrolledMethod> => {
    for (;;) {
      const waitMs = patienceMs()
      const mail = await box.take(waitMs, signal)
      if (mail === undefined && !course.isEnding)
        throw course.doubt ?? new TimeoutError(origin, waitMs, 'unknown')
      const method = await (mail === undefined ? find() : read(mail))
      if (method !== undefined) return method
      if (mail === undefined) throw lockError('failed')
    }
  }

  const open = begin(way, box)
  try {
    return await follow()
  } catch (failure) {
    const error = failure as SdkError
    // Where the lock or the cloud said no, or that it is over, nothing runs any more.
    if (!isOpenEnded(error)) throw error
    const last = await stopEnrolment(way, box, course, { clock, reportTimeoutMs, tell })
    if (signal.aborted) throw new CancelledError(origin, 'unknown')
    const found =
      last?.step === 'done' ? methodOf(type, way.userId, last) : await find().catch(() => undefined)
    if (found !== undefined) return found
    throw error
  } finally {
    open.unsubscribe()
  }
}

/** Listens, then starts: a lock can be faster than the answer to the order. */
const begin = (way: EnrolmentWay, { put }: Mailbox<Mail>): Subscription => {
  const open = new Subscription()
  const silence = new TransportError(origin, {
    delivery: 'unknown',
    reason: 'the lock fell silent',
  })
  open.add(
    way.events$.subscribe({
      next: put,
      error: (error: unknown) => put({ step: 'lost', error: sdkErrorOf(error, 'unknown') }),
      complete: () => put({ step: 'lost', error: silence }),
    }),
  )
  open.add(
    way.start$.subscribe({
      next: put,
      error: (error: unknown) => put({ step: 'refused', error: sdkErrorOf(error, 'unknown') }),
      complete: () => put({ step: 'accepted' }),
    }),
  )
  return open
}

/** What the lists show that is new; where they cannot be read, nobody knows what came of it. */
const finderOf =
  ({ newcomers }: EnrolmentWay) =>
  async (): Promise<EnrolledMethod | undefined> => {
    try {
      return await newcomers?.find()
    } catch (error) {
      throw new OutcomeUnknownError(origin, sdkErrorOf(error, 'unknown'), newcomers?.check)
    }
  }
