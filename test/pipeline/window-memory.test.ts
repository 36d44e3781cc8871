import { concat, defer, ignoreElements, of, throwError, timer } from 'rxjs'
import type { TestScheduler } from 'rxjs/testing'
import { describe, expect, it } from 'vitest'
import { TransportError } from '../../src/core/errors/transport-error'
import type { Step } from '../../src/core/pipeline/events'
import { createSyncWindow } from '../../src/core/pipeline/sync-window'
import type { StorageLike } from '../../src/core/pipeline/window-memory'
import { actionOf, callOf } from '../support/calls'
import { marbles } from '../support/marbles'

const KEY = 'lockpanel.sync.door'
const yes = { distributed: true }
const notSent = new TransportError({ action: 'a' }, { delivery: 'not-sent', reason: 'no host' })

/** One page: a window of its own over a storage that outlives it. Answers take 100 ms. */
const page = (scheduler: TestScheduler, storage: StorageLike, answer: unknown = yes) => {
  const sent: number[] = []
  const steps: Step[] = []
  const window = createSyncWindow(5_000, scheduler, () => false, storage)
  const send = window.stage((call) =>
    defer(() => {
      sent.push(scheduler.now())
      call.progress.sent = true
      const result = answer instanceof Error ? throwError(() => answer) : of(answer)
      return concat(timer(100, scheduler).pipe(ignoreElements()), result)
    }),
  )
  const syncAt = (ms: number) =>
    concat(
      timer(ms, scheduler).pipe(ignoreElements()),
      defer(() =>
        send({
          ...callOf({ action: actionOf.sync, params: { device_id: 'door', codes: 'card' } }),
          emit: (step) => steps.push(step),
        }),
      ),
    )
  return { sent, steps, syncAt, window }
}

const shapes = {
  'a pair of functions': (kept: Map<string, string>) => ({
    get: (key: string) => kept.get(key),
    set: (key: string, value: string) => void kept.set(key, value),
  }),
  "WeChat's": (kept: Map<string, string>) => ({
    // An absent key reads as an empty text there.
    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorageSync: (key: string, value: string) => void kept.set(key, value),
  }),
  "a browser's": (kept: Map<string, string>) => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }),
}

describe.each(Object.entries(shapes))('over %s storage', (_shape, storageOver) => {
  it('a page that comes back waits for the window that it left open', () =>
    marbles(({ scheduler, expectObservable, flush }) => {
      const kept = new Map<string, string>()
      const first = page(scheduler, storageOver(kept))
      const second = page(scheduler, storageOver(kept))
      expectObservable(first.syncAt(0)).toBe('100ms (a|)', { a: yes })
      expectObservable(second.syncAt(1_000)).toBe('5200ms (a|)', { a: yes })
      flush()
      expect(second.sent).toEqual([5_100])
    }))

  it('waits too where the page ended before its answer came', () =>
    marbles(({ scheduler, expectObservable, flush }) => {
      const kept = new Map<string, string>()
      const first = page(scheduler, storageOver(kept))
      const second = page(scheduler, storageOver(kept))
      expectObservable(first.syncAt(0), '50ms !').toBe('')
      expectObservable(second.syncAt(1_000)).toBe('5150ms (a|)', { a: yes })
      flush()
      expect(second.sent).toEqual([5_050])
    }))

  it('does not wait for a request that was not sent', () =>
    marbles(({ scheduler, expectObservable, flush }) => {
      const kept = new Map<string, string>()
      const first = page(scheduler, storageOver(kept), notSent)
      const second = page(scheduler, storageOver(kept))
      expectObservable(first.syncAt(0)).toBe('100ms #', undefined, notSent)
      expectObservable(second.syncAt(1_000)).toBe('1100ms (a|)', { a: yes })
      flush()
      expect(second.sent).toEqual([1_000])
    }))
})

describe('what is kept', () => {
  it('is when, what and which codes, never an answer', () =>
    marbles(({ scheduler, flush }) => {
      const kept = new Map<string, string>()
      page(scheduler, shapes['a pair of functions'](kept)).syncAt(0).subscribe()
      flush()
      expect([...kept.keys()]).toEqual([KEY])
      expect(JSON.parse(kept.get(KEY) ?? '')).toEqual({
        until: 5_100,
        action: 'test.sync',
        codes: 'card',
      })
    }))

  it.each([
    ['in the past', '{"until":-1}'],
    ['too far ahead', '{"until":5001}'],
    ['not JSON', 'x'],
    ['of another shape', '{"until":"soon"}'],
    ['null', 'null'],
  ])('is ignored when it is %s', (_what, text) =>
    marbles(({ scheduler, flush }) => {
      const kept = new Map([[KEY, text]])
      const { sent, syncAt } = page(scheduler, shapes['a pair of functions'](kept))
      syncAt(0).subscribe()
      flush()
      expect(sent).toEqual([0])
    }),
  )

  it('is not missed where the storage throws: one event says so, and it is not asked again', () =>
    marbles(({ scheduler, expectObservable, flush }) => {
      let asked = 0
      const broken = () => {
        asked++
        throw new Error('quota')
      }
      const { steps, syncAt } = page(scheduler, { get: broken, set: broken })
      expectObservable(syncAt(0)).toBe('100ms (a|)', { a: yes })
      expectObservable(syncAt(6_000)).toBe('6100ms (a|)', { a: yes })
      flush()
      expect(asked).toBe(1)
      expect(steps.filter(({ type }) => type === 'storage-failed')).toHaveLength(1)
    }))
})
