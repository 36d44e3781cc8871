import { describe, expect, it } from 'vitest'
import { createSubject } from '../../src/core/rx/subject'

describe('an emitter', () => {
  it('emits to its subscribers in order, without earlier values', () => {
    const { values$, next } = createSubject<number>()
    const seen: string[] = []
    next(0)
    const first = values$.subscribe((value) => seen.push(`first ${value}`))
    values$.subscribe((value) => seen.push(`second ${value}`))
    next(1)
    first.unsubscribe()
    next(2)
    expect(seen).toEqual(['first 1', 'second 1', 'second 2'])
  })

  it('is not disturbed by a listener who leaves or comes while it tells', () => {
    const { values$, next, isObserved } = createSubject<number>()
    const seen: string[] = []
    const first = values$.subscribe((value) => {
      seen.push(`first ${value}`)
      first.unsubscribe()
      values$.subscribe((late) => seen.push(`late ${late}`))
    })
    values$.subscribe((value) => seen.push(`second ${value}`))
    next(1)
    next(2)
    expect(seen).toEqual(['first 1', 'second 1', 'second 2', 'late 2'])
    expect(isObserved()).toBe(true)
  })

  it('ends for those who listen and for those who come later, and keeps none of them', () => {
    const { values$, complete, isObserved } = createSubject<number>()
    let ended = 0
    values$.subscribe({ complete: () => ended++ })
    complete()
    values$.subscribe({ complete: () => ended++ })
    expect(ended).toBe(2)
    expect(isObserved()).toBe(false)
  })
})
