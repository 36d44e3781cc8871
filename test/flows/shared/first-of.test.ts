import { EMPTY, NEVER, Observable, Subject, throwError } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { createClock } from '../../../simulator'
import { isCancelledError } from '../../../src/core/errors/cancelled-error'
import { createCancellation } from '../../../src/flows/shared/cancellation'
import { firstOf, pause } from '../../../src/flows/shared/first-of'
import { type Count, countedStream } from '../support/counted'
import { failureOf, settle } from '../support/settle'

const origin = { action: 'test' }
const clock = () => createClock({ startMs: 0, frozen: true })

describe('the first of a stream', () => {
  it('is given, and the stream is left', async () => {
    const count: Count = { now: 0 }
    const source = new Subject<number>()
    const first = firstOf(countedStream(source, count), origin)
    expect(count.now).toBe(1)
    source.next(1)
    expect(await first).toBe(1)
    expect(count.now).toBe(0)
  })

  it('fails with what the stream fails with', async () => {
    const error = new Error('theirs')
    await expect(
      firstOf(
        throwError(() => error),
        origin,
      ),
    ).rejects.toBe(error)
  })

  it('says that the lock fell silent where the stream ends without a value', async () => {
    await expect(firstOf(EMPTY, origin)).rejects.toMatchObject({
      kind: 'transport',
      delivery: 'unknown',
    })
  })

  it('is cancelled by a signal, now or later, and leaves no listener', async () => {
    const count: Count = { now: 0 }
    const { signal, cancel } = createCancellation()
    const later = firstOf(countedStream(NEVER, count), origin, signal)
    cancel()
    await expect(later).rejects.toSatisfy(isCancelledError)
    await expect(firstOf(countedStream(NEVER, count), origin, signal)).rejects.toSatisfy(
      isCancelledError,
    )
    expect(count.now).toBe(0)
  })

  it('does not subscribe where the signal went off before', async () => {
    const { signal, cancel } = createCancellation()
    cancel()
    let subscribed = 0
    const source = new Observable<never>(() => {
      subscribed++
    })
    await expect(firstOf(source, origin, signal)).rejects.toSatisfy(isCancelledError)
    expect(subscribed).toBe(0)
  })
})

describe('a pause', () => {
  it('ends after its time', async () => {
    const time = clock()
    await settle(time, pause(1_500, time.scheduler, origin))
    expect(time.now()).toBe(1_500)
  })

  it('ends with the signal, and leaves no timer', async () => {
    const time = clock()
    const { signal, cancel } = createCancellation()
    const waiting = pause(1_500, time.scheduler, origin, signal)
    cancel()
    expect(await failureOf(time, waiting)).toSatisfy(isCancelledError)
    expect(time.now()).toBe(0)
  })
})
