import { Observable } from 'rxjs'
import type { UnlockMethodEvent } from '../../../actions/open-api/events/unlock-method-event'
import type { EnrolmentEvent, EnrolmentEvents } from './enrolment-event'
import { type UnlockMethodEventsOptions, unlockMethodEvents$ } from './unlock-method-events'

export interface EnrolmentPushOptions extends UnlockMethodEventsOptions {
  /** The lock; the message queue carries the pushes of all. */
  readonly deviceId: string
  /**
   * Leaves a push out by its time on the clock of the cloud, in milliseconds, and by whether an enrolment starts with it;
   * one without a time is let through.
   */
  readonly isOld?: (ts: number, isStart: boolean) => boolean
}

const CANCEL = 2

/**
 * The steps of enrolments at one lock out of what a message queue delivers, parsed or as JSON text. They name neither
 * kind nor user, and their end does not say whether the lock has the method. Each comes once.
 */
export const enrolmentEventsOfPushes = (
  pushes$: Observable<unknown>,
  { deviceId, isOld, ...options }: EnrolmentPushOptions,
): EnrolmentEvents =>
  new Observable((subscriber) => {
    const read = createReader()
    return unlockMethodEvents$(pushes$, options).subscribe({
      next: ({ devId, ts, bizData }) => {
        if (devId !== deviceId) return
        if (ts !== undefined && isOld?.(ts, bizData.raised === true) === true) return
        for (const event of read(bizData)) subscriber.next(event)
      },
      error: (error: unknown) => subscriber.error(error),
      complete: () => subscriber.complete(),
    })
  })

/** The number of steps is pushed once, what is left of them with each: the reader keeps the first. */
const createReader = () => {
  let total: number | undefined
  return ({
    event,
    operate,
    raised,
    finish,
    totalPeriod,
    period,
  }: UnlockMethodEvent['bizData']): readonly EnrolmentEvent[] => {
    const events: EnrolmentEvent[] = []
    if (event === 'unlockMethodDelete') return events
    if (raised === true) total = undefined
    total = totalPeriod ?? total
    if (raised === true || totalPeriod !== undefined)
      events.push({ step: 'started', ...(total !== undefined && { total }) })
    if (period !== undefined) {
      // The push with the number was lost: the first to say what is left is the one after the first step.
      total ??= period + 1
      events.push({ step: 'enrolling', done: Math.max(0, total - period), total })
    }
    if (operate === CANCEL) events.push({ step: 'cancelled' })
    else if (finish === true) events.push({ step: 'ended' })
    return events
  }
}
