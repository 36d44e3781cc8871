// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import {
  useAttempt,
  useLock,
  useLockState,
  useMembers,
  usePanelEvents,
  useRecords,
  useSettings,
  useTemporaryPasswords,
} from '../../react'
import { seed } from '../../simulator'
import { createReactHarness } from './harness'

const { garage } = seed.locks

afterEach(cleanup)

const DAY_MS = 86_400_000

describe('useLock', () => {
  it('throws without a provider', () => {
    expect(() => renderHook(() => useLock())).toThrow('put a LockProvider around')
  })
})

describe('useLockState', () => {
  it('reads the lock once for two components, follows its reports, and ends with the last one', async () => {
    const { wrapper, advance, simulator, deviceId, listeners, steps } = createReactHarness()
    const first = renderHook(() => useLockState(), { wrapper })
    const second = renderHook(() => useLockState(), { wrapper })
    expect(first.result.current.bolt).toBeUndefined()
    await advance(500)
    expect(first.result.current.bolt?.value).toBe('locked')
    expect(second.result.current).toBe(first.result.current)
    simulator.doAtDoor(deviceId, { kind: 'turn-bolt', isOpen: true })
    await advance(500)
    expect(second.result.current.bolt).toMatchObject({ value: 'unlocked', source: 'data-points' })
    first.unmount()
    second.unmount()
    expect(listeners.now).toBe(0)
    const sent = steps.length
    await advance(60_000)
    expect(steps).toHaveLength(sent)
  })
})

describe('useAttempt', () => {
  it('tells the steps and the result, and a double tap sends one command', async () => {
    const { wrapper, advance, simulator } = createReactHarness()
    const seen = new Set<string>()
    const watched = () => {
      const attempt = useAttempt(useLock().unlock)
      const { current } = attempt
      seen.add(current.status === 'running' ? current.state.step : current.status)
      return attempt
    }
    const { result } = renderHook(watched, { wrapper })
    simulator.faults.always('*', { slowMs: 1_000 })
    result.current.run()
    result.current.run()
    await advance(8_000)
    expect([...seen]).toEqual(expect.arrayContaining(['idle', 'checking', 'ticket', 'done']))
    expect(result.current.current).toMatchObject({
      status: 'done',
      result: { reportedBy: 'data-points' },
    })
    expect(simulator.journal.filter(({ command }) => command === 'unlock')).toHaveLength(1)
    result.current.reset()
    await advance(0)
    expect(result.current.current).toEqual({ status: 'idle' })
  })

  it('tells a failure with its kind, and runs again afterwards', async () => {
    const { wrapper, advance, simulator, lock } = createReactHarness()
    const { result } = renderHook(() => useAttempt(useLock().unlock), { wrapper })
    lock.online = false
    result.current.run()
    await advance(2_000)
    expect(result.current.current).toMatchObject({ status: 'failed', error: { kind: 'lock' } })
    lock.online = true
    result.current.run()
    await advance(5_000)
    expect(result.current.current.status).toBe('done')
    expect(simulator.journal.filter(({ command }) => command === 'unlock')).toHaveLength(1)
  })

  it('cancels the attempt when the component unmounts', async () => {
    const { wrapper, advance, simulator, timers, listeners } = createReactHarness()
    const { result, unmount } = renderHook(() => useAttempt(useLock().unlock), { wrapper })
    result.current.run()
    unmount()
    await advance(20_000)
    expect(simulator.journal).toEqual([])
    expect([timers.now, listeners.now]).toEqual([0, 0])
  })
})

describe('useTemporaryPasswords', () => {
  it('shares one list, reads it once, and reads it again after a command', async () => {
    const { wrapper, advance, clock, steps } = createReactHarness()
    const first = renderHook(() => useTemporaryPasswords(), { wrapper })
    const second = renderHook(() => useTemporaryPasswords(), { wrapper })
    await advance(500)
    expect(first.result.current).toMatchObject({ rows: [], isLoading: false, error: undefined })
    const lists = () => steps.filter((step) => step.includes('Temporary')).length
    expect(lists()).toBe(1)
    const created = first.result.current.create({ name: 'Guest', toMs: clock.now() + DAY_MS })
    await advance(5_000)
    expect((await created).password).toMatch(/^\d{7}$/)
    expect(second.result.current.rows).toMatchObject([{ name: 'Guest' }])
  })

  it('keeps the rows when a reading fails, and tells the error', async () => {
    const { wrapper, advance, simulator, clock } = createReactHarness()
    const { result } = renderHook(() => useTemporaryPasswords(), { wrapper })
    const created = result.current.create({ name: 'Guest', toMs: clock.now() + DAY_MS })
    await advance(5_000)
    await created
    simulator.faults.always('*', { vendorCode: 1106 })
    void result.current.refresh()
    await advance(2_000)
    expect(result.current).toMatchObject({
      rows: [{ name: 'Guest' }],
      error: { kind: 'vendor', code: 1106 },
    })
  })

  it('refreshes after a command that failed, and passes its error on', async () => {
    const { wrapper, advance, steps } = createReactHarness()
    const { result } = renderHook(() => useTemporaryPasswords(), { wrapper })
    await advance(500)
    const before = steps.length
    const failure = result.current.remove('123').catch((error: unknown) => error)
    await advance(5_000)
    expect(await failure).toMatchObject({ kind: 'vendor' })
    expect(steps.length).toBeGreaterThan(before + 1)
  })
})

describe('useMembers', () => {
  it('lists the members, and adds one', async () => {
    const { wrapper, advance } = createReactHarness({ families: ['mini-program', 'open-api'] })
    const { result } = renderHook(() => useMembers(), { wrapper })
    await advance(2_000)
    const names = () => result.current.rows?.map(({ name }) => name)
    expect(names()).toContain('Olivia')
    const added = result.current.add({ name: 'Nadia', sex: 'female' })
    await advance(5_000)
    await added
    expect(names()).toContain('Nadia')
  })
})

describe('useRecords', () => {
  it('reads pages on demand, and adds new records on top', async () => {
    const { wrapper, advance, simulator, deviceId } = createReactHarness()
    const { result } = renderHook(() => useRecords({ kinds: ['opening'] }), { wrapper })
    await advance(500)
    const { records, hasMore } = result.current
    expect(records.length).toBeGreaterThan(0)
    expect(records.every(({ kind }) => kind === 'opening')).toBe(true)
    expect(hasMore).toBe(records.length === 20)
    simulator.doAtDoor(deviceId, { kind: 'use-method', dpCode: 'unlock_fingerprint', unlockSn: 1 })
    await advance(20_000)
    expect(result.current.records).toHaveLength(records.length + 1)
    expect(result.current.records[0]).toMatchObject({ method: 'fingerprint', unlockSn: 1 })
  })

  it('starts again for another query, and ends its polling', async () => {
    const { wrapper, advance, timers } = createReactHarness()
    const { result, rerender, unmount } = renderHook(
      ({ kind }: { readonly kind: 'opening' | 'alarm' }) => useRecords({ kinds: [kind] }),
      { wrapper, initialProps: { kind: 'opening' } },
    )
    await advance(500)
    rerender({ kind: 'alarm' })
    await advance(500)
    expect(result.current.records.every(({ kind }) => kind === 'alarm')).toBe(true)
    unmount()
    expect(timers.now).toBe(0)
  })

  it('tells why nothing can be read, and loses nothing', async () => {
    const { wrapper, advance, simulator } = createReactHarness()
    simulator.faults.always('*', { vendorCode: 500 })
    const { result } = renderHook(() => useRecords(), { wrapper })
    await advance(60_000)
    expect(result.current).toMatchObject({ records: [], hasMore: true, error: { kind: 'vendor' } })
    simulator.faults.clear()
    result.current.loadMore()
    await advance(2_000)
    expect(result.current.error).toBeUndefined()
    expect(result.current.records.length).toBeGreaterThan(0)
  })
})

describe('usePanelEvents', () => {
  it('keeps the last events', async () => {
    const { wrapper, advance, panel, deviceId } = createReactHarness()
    const { result } = renderHook(() => usePanelEvents(panel, 2), { wrapper })
    const status = panel.apiRequest('device.status', { device_id: deviceId })
    await advance(500)
    await status
    expect(result.current).toHaveLength(2)
  })
})

describe('useSettings', () => {
  it('reads the settings once, follows reports, and shows the value that a command set', async () => {
    const { wrapper, advance, lock, steps, listeners } = createReactHarness({
      lock: garage,
      families: ['open-api'],
    })
    const { result, unmount } = renderHook(() => useSettings(), { wrapper })
    await advance(1_000)
    const volume = () => result.current.rows?.find(({ name }) => name === 'volume')?.value
    expect(volume()).toBe('normal')
    expect(steps.filter((step) => step.includes('/model'))).toHaveLength(1)
    const setting = result.current.set('volume', 'mute')
    await advance(1_000)
    expect([await setting, volume()]).toEqual(['mute', 'mute'])
    expect(lock.status).toContainEqual({ code: 'beep_volume', value: 'mute' })
    unmount()
    expect(listeners.now).toBe(0)
  })

  it('tells why nothing can be read', async () => {
    const { wrapper, advance } = createReactHarness({ dataPoints: false })
    const { result } = renderHook(() => useSettings(), { wrapper })
    await advance(500)
    expect(result.current).toMatchObject({ rows: undefined, error: { kind: 'unsupported' } })
  })
})
