import { describe, expect, it } from 'vitest'
import { createSubject } from '../../src/core/rx/subject'

describe('createSubject', () => {
  it('emits to its subscribers in order, without earlier values', () => {
    const { values$, next } = createSubject<number>()
    const received: string[] = []
    next(0)
    const first = values$.subscribe((value) => received.push(`first ${value}`))
    values$.subscribe((value) => received.push(`second ${value}`))
    next(1)
    first.unsubscribe()
    next(2)
    expect(received).toEqual(['first 1', 'second 1', 'second 2'])
  })

  it('allows a subscriber to unsubscribe or subscribe during an emission', () => {
    const { values$, next, isObserved } = createSubject<number>()
    const received: string[] = []
    const first = values$.subscribe((value) => {
      received.push(`first ${value}`)
      first.unsubscribe()
      values$.subscribe((late) => received.push(`late ${late}`))
    })
    values$.subscribe((value) => received.push(`second ${value}`))
    next(1)
    next(2)
    expect(received).toEqual(['first 1', 'second 1', 'second 2', 'late 2'])
    expect(isObserved()).toBe(true)
  })

  it('completes for current and later subscribers, and keeps no subscriber', () => {
    const { values$, complete, isObserved } = createSubject<number>()
    let completed = 0
    values$.subscribe({ complete: () => completed++ })
    complete()
    values$.subscribe({ complete: () => completed++ })
    expect(completed).toBe(2)
    expect(isObserved()).toBe(false)
  })
})
