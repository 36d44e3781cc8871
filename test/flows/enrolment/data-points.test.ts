import { describe, expect, it } from 'vitest'
import { unlockMethodCreate } from '../../../src/data-points/raw/unlock-method-create'
import { failureOf, settle } from '../support/settle'
import {
  addReaders,
  admin,
  atGate,
  commandsOf,
  enrol,
  loft,
  newMethods,
  noOpenResources,
  openResources,
  owner,
} from './support'

describe('an enrolment over data points', () => {
  it('reports each reading of the finger, and returns the fingerprint', async () => {
    const harness = atGate()
    const { attempt, steps } = enrol(harness)
    expect(await settle(harness.clock, attempt.done)).toEqual({
      type: 'fingerprint',
      userId: admin.userId,
      unlockSn: 4,
      isAssigned: true,
    })
    expect(steps).toEqual([
      { step: 'starting' },
      { step: 'enrolling', done: 0, total: 5 },
      { step: 'enrolling', done: 1, total: 5 },
      { step: 'enrolling', done: 2, total: 5 },
      { step: 'enrolling', done: 3, total: 5 },
      { step: 'enrolling', done: 4, total: 5 },
      { step: 'enrolling', done: 5, total: 5 },
    ])
    expect(newMethods(harness)).toMatchObject([
      { dpCode: 'unlock_fingerprint', unlockSn: 4, userId: admin.userId },
    ])
    expect(commandsOf(harness)).toEqual(['enrol-method'])
    expect(await openResources(harness)).toEqual(noOpenResources)
  })

  it.each([
    ['card', 'unlock_card', 1],
    ['face', 'unlock_face', 1],
    ['hand', 'unlock_hand', 1],
    ['finger-vein', 'unlock_finger_vein', 1],
  ] as const)('enrols a %s', async (type, dpCode, total) => {
    const harness = atGate()
    addReaders(harness)
    const { attempt, steps } = enrol(harness, { type })
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ type, isAssigned: true })
    expect(steps.slice(1)).toEqual([
      { step: 'enrolling', done: 0, total },
      { step: 'enrolling', done: 1, total },
    ])
    expect(newMethods(harness)).toMatchObject([{ dpCode, userId: admin.userId }])
  })

  it('sends the PIN of a password, which requires no step at the lock', async () => {
    const harness = atGate({ lock: loft })
    const { attempt, steps } = enrol(harness, { type: 'password', password: '204816' })
    expect(await settle(harness.clock, attempt.done)).toMatchObject({
      type: 'password',
      unlockSn: 3,
    })
    expect(steps).toEqual([{ step: 'starting' }])
    expect(newMethods(harness)).toMatchObject([{ dpCode: 'unlock_password', pin: '204816' }])
    expect(JSON.stringify(harness.events)).not.toContain('204816')
  })

  it('reports an incomplete reading that the user must repeat', async () => {
    const harness = atGate()
    harness.lock.incompletePrints = 2
    const { attempt, steps } = enrol(harness)
    await settle(harness.clock, attempt.done)
    expect(steps.slice(1, 5)).toEqual([
      { step: 'enrolling', done: 0, total: 5 },
      { step: 'enrolling', done: 0, total: 5, mustRepeat: true },
      { step: 'enrolling', done: 0, total: 5, mustRepeat: true },
      { step: 'enrolling', done: 1, total: 5 },
    ])
  })

  it('sends the user, the validity and the number of uses', async () => {
    const harness = atGate()
    const sent: unknown[] = []
    const { dataPoints } = harness.options
    if (dataPoints === undefined) throw new Error('the harness has no data points')
    const recording = {
      ...dataPoints,
      send: (dps: Readonly<Record<string, unknown>>) => {
        sent.push(dps)
        return dataPoints.send(dps)
      },
    }
    const weekly = { days: [1, 2] as const, fromMinute: 480, toMinute: 1_080 }
    const { attempt } = enrol(
      harness,
      {
        isAdmin: true,
        times: 3,
        validity: { fromMs: 1_800_000_000_999, toMs: 1_900_000_000_000, weekly },
      },
      { dataPoints: recording },
    )
    await settle(harness.clock, attempt.done)
    expect(sent).toEqual([
      {
        unlock_method_create: unlockMethodCreate.encode({
          type: 'fingerprint',
          stage: 'start',
          isAdmin: true,
          memberId: 2,
          hardId: 'new',
          validity: { fromMs: 1_800_000_000_000, toMs: 1_900_000_000_000, weekly },
          times: 3,
          pin: '',
        }),
      },
    ])
  })

  it('reads the number of the user from the cloud, where 0 is the current user', async () => {
    const harness = atGate()
    const { attempt } = enrol(harness, { user: '0' })
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ userId: owner.userId })
    expect(newMethods(harness)).toMatchObject([{ userId: owner.userId }])
  })

  it('sends no request if the caller gives the number of the user', async () => {
    const harness = atGate({ families: ['panel'] })
    const { attempt } = enrol(harness, { lockUserId: 2 })
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(harness.simulator.requests).toEqual([])
  })

  it('continues without the lists if the cloud rejects them', async () => {
    const harness = atGate()
    harness.simulator.faults.always('doorLock.listUserOpmodes', { vendorCode: 1106 })
    const { attempt } = enrol(harness)
    expect(await settle(harness.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
  })

  it('fails if the cloud does not know the user', async () => {
    const harness = atGate()
    const { attempt } = enrol(harness, { user: '4711' })
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'vendor',
      code: 2006,
    })
    expect(harness.steps).toEqual(['doorLock.getAvailableInstructions', 'doorLock.getUser'])
  })
})
