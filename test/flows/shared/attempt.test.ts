import { NEVER } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { CancelledError } from '../../../src/core/errors/cancelled-error'
import { isLockError, LockError } from '../../../src/core/errors/lock-error'
import { firstValue } from '../../../src/core/rx/first-value'
import { startAttempt } from '../../../src/flows/shared/attempt'
import { flush } from '../support/settle'

const origin = { action: 'test' }
type Step = { readonly step: 'one' } | { readonly step: 'two' }

describe('an attempt', () => {
  it('begins at once, tells each step and its result, and completes', async () => {
    let goOn = () => {}
    const attempt = startAttempt<Step, number>(async ({ report }) => {
      report({ step: 'one' })
      await new Promise<void>((resolve) => {
        goOn = resolve
      })
      report({ step: 'two' })
      return 42
    })
    const seen: string[] = []
    attempt.state$.subscribe({
      next: ({ step }) => seen.push(step),
      complete: () => seen.push('complete'),
    })
    expect(seen).toEqual(['one'])
    goOn()
    expect(await attempt.done).toBe(42)
    expect(seen).toEqual(['one', 'two', 'done', 'complete'])
  })

  it('tells who comes late where it stands, and after the end how it ended', async () => {
    const attempt = startAttempt<Step, string>(async ({ report }) => {
      report({ step: 'one' })
      return 'result'
    })
    await attempt.done
    const seen: unknown[] = []
    attempt.state$.subscribe({
      next: (state) => seen.push(state),
      complete: () => seen.push('end'),
    })
    expect(seen).toEqual([{ step: 'done', result: 'result' }, 'end'])
  })

  it('ends with its error as a state, and nobody has to catch it', async () => {
    const error = new LockError(origin, 'jammed', 'Free the bolt.')
    const attempt = startAttempt<Step, never>(() => Promise.reject(error))
    const seen: unknown[] = []
    attempt.state$.subscribe((state) => seen.push(state))
    await flush()
    expect(seen).toEqual([{ step: 'failed', error }])
    await expect(attempt.done).rejects.toBe(error)
    expect(isLockError(error)).toBe(true)
    expect(error.message).toBe('test: jammed. Free the bolt.')
  })

  it('turns what its work throws at once into a failure', async () => {
    const error = new LockError(origin, 'jammed', 'Free the bolt.')
    const attempt = startAttempt<Step, never>(() => {
      throw error
    })
    await expect(attempt.done).rejects.toBe(error)
  })

  it('hands its signal to what it waits for', async () => {
    const attempt = startAttempt<Step, unknown>(({ signal }) => firstValue(NEVER, origin, signal))
    attempt.cancel()
    attempt.cancel()
    await expect(attempt.done).rejects.toBeInstanceOf(CancelledError)
  })
})
