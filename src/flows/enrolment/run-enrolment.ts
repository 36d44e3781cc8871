import { type Observable, Subscription } from 'rxjs'
import type { Scheduler } from '../../core/clock'
import { CancelledError } from '../../core/errors/cancelled-error'
import { OutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import type { SdkError } from '../../core/errors/sdk-error'
import { TransportError } from '../../core/errors/transport-error'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import type { AttemptControl } from '../shared/attempt'
import { cancellationWithin } from '../shared/cancellation'
import { type Course, createCourse, type Mail } from './course'
import { createBelief } from './credible'
import type { EnrolledMethod, EnrolmentStep } from './enrol-request'
import { isOpenEnded, origin, sdkErrorOf } from './enrolment-error'
import type { EnrolmentWay } from './enrolment-way'
import { createMailbox, type Mailbox } from './mailbox'
import { createPatience } from './patience'
import { type Reading, readerOf } from './read-mail'
import { stopEnrolment } from './stop-enrolment'

export interface EnrolmentTimes extends Pick<Reading, 'reportTimeoutMs' | 'stepTimeoutMs'> {
  readonly clock: Scheduler
  /** Completes when the panel is closed. */
  readonly panelEvents$: Observable<unknown>
}

/** Takes one method in. Listens before it starts, and leaves nothing running: neither here nor at the lock. */
export const runEnrolment = async (
  type: EnrolledMethod['type'],
  way: EnrolmentWay,
  { clock, panelEvents$, reportTimeoutMs, stepTimeoutMs }: EnrolmentTimes,
  { report, signal }: AttemptControl<EnrolmentStep>,
): Promise<EnrolledMethod> => {
  const box = createMailbox<Mail>()
  const course = createCourse()
  const patience = createPatience(clock, box.put)
  const { find, unknownAfter } = finderOf(way)
  const isOurs = createBelief(type, way, course)
  const times = { reportTimeoutMs, stepTimeoutMs }
  const reading = {
    type,
    way,
    course,
    find,
    unknownAfter,
    isOurs,
    patience,
    tell: report,
    ...times,
  }
  const read = readerOf(reading)
  const stopping = cancellationWithin(signal)
  const stop = (telling: Reading['tell']) => {
    stopping.cancel()
    return stopEnrolment({ ...reading, tell: telling }, box)
  }

  patience.wait(stepTimeoutMs)
  const open = begin(way, box, course, panelEvents$, stopping.signal)
  try {
    let method: EnrolledMethod | undefined
    while (method === undefined) method = await read(await box.take(signal))
    // The lists do not say that the lock is through with it.
    if (course.isListed) await stop(() => {})
    return method
  } catch (failure) {
    const error = failure as SdkError
    if (!course.isSent) throw signal.aborted ? new CancelledError(origin, 'not-sent') : error
    // Where the lock or the cloud said no, or that it is over, nothing runs any more.
    if (!isOpenEnded(error) && !course.isUnconfirmed) throw error
    const { method, neverLeft, isKnown } = await stop(report)
    if (method !== undefined) return method
    if (signal.aborted) throw new CancelledError(origin, neverLeft ? 'not-sent' : 'unknown')
    const found = await find(false).catch(() => undefined)
    if (found !== undefined) return found
    throw isOpenEnded(error) || isKnown ? error : unknownAfter(error)
  } finally {
    patience.end()
    stopping.cancel()
    closeQuietly(open)
  }
}

/** Listens, then starts: a lock can be faster than the answer to the order. What is told before is of others. */
const begin = (
  way: EnrolmentWay,
  { put }: Mailbox<Mail>,
  course: Course,
  panelEvents$: Observable<unknown>,
  givenUp: AbortSignalLike,
): Subscription => {
  const open = new Subscription()
  let isDeaf = false
  const lose = (error: SdkError) => {
    isDeaf = true
    if (course.isSent) put({ step: 'lost', error })
  }
  open.add(panelEvents$.subscribe({ complete: () => lose(silence('unknown')) }))
  open.add(
    way.events$.subscribe({
      next: (event) => {
        if (course.isSent) put(event)
      },
      error: (error: unknown) => lose(sdkErrorOf(error, 'unknown')),
      complete: () => lose(silence('unknown')),
    }),
  )
  // Nobody would hear what the lock does.
  if (isDeaf) {
    put({ step: 'lost', error: silence('not-sent') })
    return open
  }
  course.isSent = true
  open.add(
    way.start(givenUp).subscribe({
      next: (event) => {
        put({ step: 'accepted' })
        put(event)
      },
      error: (error: unknown) => put({ step: 'refused', error: sdkErrorOf(error, 'unknown') }),
      complete: () => put({ step: 'accepted' }),
    }),
  )
  return open
}

const silence = (delivery: 'not-sent' | 'unknown') =>
  new TransportError(origin, { delivery, reason: 'the lock fell silent' })

/** The method may be stored: what an app's own stream throws when it is left changes nothing about that. */
const closeQuietly = (open: Subscription): void => {
  try {
    open.unsubscribe()
  } catch {
    // Its words may be anything.
  }
}

/** Where the lists cannot be read, nobody knows what came of it. */
const finderOf = ({ newcomers }: EnrolmentWay): Pick<Reading, 'find' | 'unknownAfter'> => {
  const unknownAfter = (error: SdkError) => new OutcomeUnknownError(origin, error, newcomers?.check)
  return {
    unknownAfter,
    find: async (mayAssign) => {
      try {
        return await newcomers?.find({}, mayAssign)
      } catch (error) {
        throw unknownAfter(sdkErrorOf(error, 'unknown'))
      }
    },
  }
}
