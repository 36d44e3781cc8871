import { Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import type { DpValues } from '../../../src/data-points/data-points'
import { flush, pass, settle } from '../support/settle'
import { admin, atGate, enrol, reportOf, withReports } from './support'

describe('unrelated reports', () => {
  it.each([
    ['another user', [3, 0xff, 0, 1, 9, 5, 0]],
    ['another user, failed', [3, 0xfd, 0, 1, 0xff, 0, 1]],
    ['another kind', [2, 0xff, 0, 2, 9, 1, 0]],
    ['another kind, cancelled', [2, 0xfe, 0, 2, 0xff, 0, 0]],
    ['a kind without a name', [0x77, 0xff, 0, 2, 9, 1, 0]],
    ['too few bytes', [3, 0xff]],
  ] as const)('do not affect the enrolment: %s', async (_, bytes) => {
    const harness = atGate()
    const injected$ = new Subject<DpValues>()
    const { attempt, steps } = enrol(harness, {}, withReports(harness, injected$))
    await pass(harness.clock, 3_000)
    const seen = steps.length
    injected$.next(reportOf(bytes))
    injected$.next({ beep_volume: 'low' })
    await flush()
    expect(steps).toHaveLength(seen)
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(injected$.observed).toBe(false)
  })

  it('with another method number do not affect the enrolment after the lock reported its own', async () => {
    const harness = atGate()
    const injected$ = new Subject<DpValues>()
    const { attempt, steps } = enrol(harness, {}, withReports(harness, injected$))
    await pass(harness.clock, 1_000)
    injected$.next(reportOf([3, 0xfc, 0, 2, 4, 1, 0]))
    injected$.next(reportOf([3, 0xff, 0, 2, 9, 5, 0]))
    await flush()
    expect(steps).toHaveLength(3)
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
  })
})

describe('a report without a method number', () => {
  it('is completed with the number from the lists', async () => {
    const harness = atGate()
    const injected$ = new Subject<DpValues>()
    const { attempt } = enrol(harness, {}, withReports(harness, injected$))
    await pass(harness.clock, 1_000)
    harness.lock.opmodes.push({
      id: '400000099',
      dpCode: 'unlock_fingerprint',
      unlockSn: 7,
      name: 'Toe',
      userId: admin.userId,
      hijack: false,
      photoUnlock: false,
      voice: false,
      everAllocated: true,
    })
    injected$.next(reportOf([3, 0xff, 0, 2, 0xff, 5, 0]))
    expect(await settle(harness.clock, attempt.done)).toEqual({
      type: 'fingerprint',
      userId: admin.userId,
      unlockSn: 7,
      name: 'Toe',
      isAssigned: true,
    })
  })
})
