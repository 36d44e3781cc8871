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
  it('starts at once, emits each step and its result, and completes', async () => {
    let proceed = () => {}
    const attempt = startAttempt<Step, number>(async ({ report }) => {
      report({ step: 'one' })
      await new Promise<void>((resolve) => {
        proceed = resolve
      })
      report({ step: 'two' })
      return 42
    })
    const states: string[] = []
    attempt.state$.subscribe({
      next: ({ step }) => states.push(step),
      complete: () => states.push('complete'),
    })
    expect(states).toEqual(['one'])
    proceed()
    expect(await attempt.done).toBe(42)
    expect(states).toEqual(['one', 'two', 'done', 'complete'])
  })

  it('emits its final state to a late subscriber', async () => {
    const attempt = startAttempt<Step, string>(async ({ report }) => {
      report({ step: 'one' })
      return 'result'
    })
    await attempt.done
    const states: unknown[] = []
    attempt.state$.subscribe({
      next: (state) => states.push(state),
      complete: () => states.push('end'),
    })
    expect(states).toEqual([{ step: 'done', result: 'result' }, 'end'])
  })

  it('emits its error as a state, and causes no unhandled rejection', async () => {
    const error = new LockError(origin, 'jammed', 'Free the bolt.')
    const attempt = startAttempt<Step, never>(() => Promise.reject(error))
    const states: unknown[] = []
    attempt.state$.subscribe((state) => states.push(state))
    await flush()
    expect(states).toEqual([{ step: 'failed', error }])
    await expect(attempt.done).rejects.toBe(error)
    expect(isLockError(error)).toBe(true)
    expect(error.message).toBe('test: jammed. Free the bolt.')
  })

  it('fails if its work throws synchronously', async () => {
    const error = new LockError(origin, 'jammed', 'Free the bolt.')
    const attempt = startAttempt<Step, never>(() => {
      throw error
    })
    await expect(attempt.done).rejects.toBe(error)
  })

  it('aborts the signal of its work on cancel', async () => {
    const attempt = startAttempt<Step, unknown>(({ signal }) => firstValue(NEVER, origin, signal))
    attempt.cancel()
    attempt.cancel()
    await expect(attempt.done).rejects.toBeInstanceOf(CancelledError)
  })
})
