import { EMPTY, NEVER, Observable, Subject, throwError } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { createClock } from '../../simulator/index'
import { isCancelledError } from '../../src/core/errors/cancelled-error'
import { delay, firstValue } from '../../src/core/rx/first-value'
import { createCancellation } from '../../src/flows/shared/cancellation'
import { type Count, countedStream } from '../flows/support/counted'
import { failureOf, settle } from '../flows/support/settle'

const origin = { action: 'test' }
const clock = () => createClock({ startMs: 0, frozen: true })

describe('firstValue', () => {
  it('resolves with the first value, and unsubscribes', async () => {
    const count: Count = { now: 0 }
    const source = new Subject<number>()
    const first = firstValue(countedStream(source, count), origin)
    expect(count.now).toBe(1)
    source.next(1)
    expect(await first).toBe(1)
    expect(count.now).toBe(0)
  })

  it('rejects with the error of the stream', async () => {
    const error = new Error('third party')
    await expect(
      firstValue(
        throwError(() => error),
        origin,
      ),
    ).rejects.toBe(error)
  })

  it('rejects with an unknown delivery when the stream completes without a value', async () => {
    await expect(firstValue(EMPTY, origin)).rejects.toMatchObject({
      kind: 'transport',
      delivery: 'unknown',
    })
  })

  it('rejects when its signal is aborted before or after the call, and unsubscribes', async () => {
    const count: Count = { now: 0 }
    const { signal, cancel } = createCancellation()
    const later = firstValue(countedStream(NEVER, count), origin, signal)
    cancel()
    await expect(later).rejects.toSatisfy(isCancelledError)
    await expect(firstValue(countedStream(NEVER, count), origin, signal)).rejects.toSatisfy(
      isCancelledError,
    )
    expect(count.now).toBe(0)
  })

  it('does not subscribe when the signal is already aborted', async () => {
    const { signal, cancel } = createCancellation()
    cancel()
    let subscribed = 0
    const source = new Observable<never>(() => {
      subscribed++
    })
    await expect(firstValue(source, origin, signal)).rejects.toSatisfy(isCancelledError)
    expect(subscribed).toBe(0)
  })
})

describe('delay', () => {
  it('resolves after its time', async () => {
    const time = clock()
    await settle(time, delay(1_500, time, origin))
    expect(time.now()).toBe(1_500)
  })

  it('rejects when its signal is aborted, and clears its timer', async () => {
    const time = clock()
    const { signal, cancel } = createCancellation()
    const waiting = delay(1_500, time, origin, signal)
    cancel()
    expect(await failureOf(time, waiting)).toSatisfy(isCancelledError)
    expect(time.now()).toBe(0)
  })
})
