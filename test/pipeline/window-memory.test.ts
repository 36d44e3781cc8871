import { concat, defer, ignoreElements, of, throwError, timer } from 'rxjs'
import type { TestScheduler } from 'rxjs/testing'
import { describe, expect, it } from 'vitest'
import { TransportError } from '../../src/core/errors/transport-error'
import type { Step } from '../../src/core/pipeline/events'
import { createSyncWindow } from '../../src/core/pipeline/sync-window'
import type { StorageLike } from '../../src/core/pipeline/window-memory'
import { actionOf, callOf } from '../support/calls'
import { marbles } from '../support/marbles'
import { observed } from '../support/observed'

const KEY = 'lockpanel.sync.door'
const yes = { distributed: true }
const notSent = new TransportError({ action: 'a' }, { delivery: 'not-sent', reason: 'no host' })

/** One page: its own window over a storage that outlives the page. Answers take 100 ms. */
const page = (scheduler: TestScheduler, storage: StorageLike, answer: unknown = yes) => {
  const sent: number[] = []
  const steps: Step[] = []
  const window = createSyncWindow(5_000, scheduler, () => false, storage)
  const send = observed(window.stage)((call) =>
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
          emit: (step) => steps.push(typeof step === 'function' ? step() : step),
        }),
      ),
    )
  return { sent, steps, syncAt, window }
}

const shapes = {
  'two functions': (stored: Map<string, string>) => ({
    get: (key: string) => stored.get(key),
    set: (key: string, value: string) => void stored.set(key, value),
  }),
  WeChat: (stored: Map<string, string>) => ({
    // WeChat returns an empty text for an absent key.
    getStorageSync: (key: string) => stored.get(key) ?? '',
    setStorageSync: (key: string, value: string) => void stored.set(key, value),
  }),
  'a browser': (stored: Map<string, string>) => ({
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  }),
}

describe.each(Object.entries(shapes))(
  'the sync window, over the storage of %s,',
  (_shape, storageOver) => {
    it('delays the request of a returning page until the stored window closes', () =>
      marbles(({ scheduler, expectObservable, flush }) => {
        const stored = new Map<string, string>()
        const first = page(scheduler, storageOver(stored))
        const second = page(scheduler, storageOver(stored))
        expectObservable(first.syncAt(0)).toBe('100ms (a|)', { a: yes })
        expectObservable(second.syncAt(1_000)).toBe('5200ms (a|)', { a: yes })
        flush()
        expect(second.sent).toEqual([5_100])
      }))

    it('delays the request of a returning page when the earlier answer was still open', () =>
      marbles(({ scheduler, expectObservable, flush }) => {
        const stored = new Map<string, string>()
        const first = page(scheduler, storageOver(stored))
        const second = page(scheduler, storageOver(stored))
        expectObservable(first.syncAt(0), '50ms !').toBe('')
        expectObservable(second.syncAt(1_000)).toBe('5150ms (a|)', { a: yes })
        flush()
        expect(second.sent).toEqual([5_050])
      }))

    it('does not delay a request after a request that was not sent', () =>
      marbles(({ scheduler, expectObservable, flush }) => {
        const stored = new Map<string, string>()
        const first = page(scheduler, storageOver(stored), notSent)
        const second = page(scheduler, storageOver(stored))
        expectObservable(first.syncAt(0)).toBe('100ms #', undefined, notSent)
        expectObservable(second.syncAt(1_000)).toBe('1100ms (a|)', { a: yes })
        flush()
        expect(second.sent).toEqual([1_000])
      }))
  },
)

describe('the stored sync window', () => {
  it('contains the end, the action, the codes and the request, never an answer', () =>
    marbles(({ scheduler, flush }) => {
      const stored = new Map<string, string>()
      page(scheduler, shapes['two functions'](stored)).syncAt(0).subscribe()
      flush()
      expect([...stored.keys()]).toEqual([KEY])
      expect(JSON.parse(stored.get(KEY) ?? '')).toEqual({
        until: 5_100,
        action: 'test.sync',
        codes: 'card',
        requestId: expect.stringMatching(/^test-\d+$/),
      })
    }))

  it.each([
    ['in the past', '{"until":-1}'],
    ['too far ahead', '{"until":5001}'],
    ['not JSON', 'x'],
    ['of another shape', '{"until":"soon"}'],
    ['null', 'null'],
  ])('is ignored when it is %s', (_reason, text) =>
    marbles(({ scheduler, flush }) => {
      const stored = new Map([[KEY, text]])
      const { sent, syncAt } = page(scheduler, shapes['two functions'](stored))
      syncAt(0).subscribe()
      flush()
      expect(sent).toEqual([0])
    }),
  )

  it('is skipped after the storage throws: one event reports it, and no access follows', () =>
    marbles(({ scheduler, expectObservable, flush }) => {
      let accesses = 0
      const broken = () => {
        accesses++
        throw new Error('quota')
      }
      const { steps, syncAt } = page(scheduler, { get: broken, set: broken })
      expectObservable(syncAt(0)).toBe('100ms (a|)', { a: yes })
      expectObservable(syncAt(6_000)).toBe('6100ms (a|)', { a: yes })
      flush()
      expect(accesses).toBe(1)
      expect(steps.filter(({ type }) => type === 'storage-failed')).toHaveLength(1)
    }))

  it('is skipped without an unhandled rejection when the storage is asynchronous and fails', async () => {
    const escaped: unknown[] = []
    const record = (error: unknown) => escaped.push(error)
    process.on('unhandledRejection', record)
    const failing = () => Promise.reject(new Error('quota'))
    marbles(({ scheduler, flush }) => {
      const { sent, syncAt } = page(scheduler, { get: failing, set: failing })
      syncAt(0).subscribe()
      flush()
      expect(sent).toEqual([0])
    })
    await new Promise((resolve) => setImmediate(resolve))
    process.off('unhandledRejection', record)
    expect(escaped).toEqual([])
  })
})
