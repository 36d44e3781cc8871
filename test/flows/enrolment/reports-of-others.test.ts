import { Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import type { DpValues } from '../../../src/data-points/data-points'
import { flush, pass, settle } from '../support/settle'
import { admin, alsoReporting, atGate, enrol } from './support'

describe('reports of others', () => {
  const report = (bytes: readonly number[]) => ({
    unlock_method_create: Buffer.from(bytes).toString('hex'),
  })

  it.each([
    ['another user', [3, 0xff, 0, 1, 9, 5, 0]],
    ['another user, failed', [3, 0xfd, 0, 1, 0xff, 0, 1]],
    ['another kind', [2, 0xff, 0, 2, 9, 1, 0]],
    ['another kind, cancelled', [2, 0xfe, 0, 2, 0xff, 0, 0]],
    ['a kind without a name', [0x77, 0xff, 0, 2, 9, 1, 0]],
    ['too few bytes', [3, 0xff]],
  ] as const)('are none of this enrolment: %s', async (_, bytes) => {
    const stage = atGate()
    const others$ = new Subject<DpValues>()
    const { attempt, steps } = enrol(stage, {}, alsoReporting(stage, others$))
    await pass(stage.clock, 3_000)
    const seen = steps.length
    others$.next(report(bytes))
    others$.next({ beep_volume: 'low' })
    await flush()
    expect(steps).toHaveLength(seen)
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(others$.observed).toBe(false)
  })

  it('are those of another number, once the lock has named the one of this method', async () => {
    const stage = atGate()
    const others$ = new Subject<DpValues>()
    const { attempt, steps } = enrol(stage, {}, alsoReporting(stage, others$))
    await pass(stage.clock, 1_000)
    others$.next(report([3, 0xfc, 0, 2, 4, 1, 0]))
    others$.next(report([3, 0xff, 0, 2, 9, 5, 0]))
    await flush()
    expect(steps).toHaveLength(3)
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
  })

  it('may leave the number out: then the lists show it', async () => {
    const stage = atGate()
    const others$ = new Subject<DpValues>()
    const { attempt } = enrol(stage, {}, alsoReporting(stage, others$))
    await pass(stage.clock, 1_000)
    stage.lock.opmodes.push({
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
    others$.next(report([3, 0xff, 0, 2, 0xff, 5, 0]))
    expect(await settle(stage.clock, attempt.done)).toEqual({
      type: 'fingerprint',
      userId: admin.userId,
      unlockSn: 7,
      name: 'Toe',
      isAssigned: true,
    })
  })
})
