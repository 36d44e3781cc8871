import { describe, expect, it } from 'vitest'
import { unlockMethodCreate } from '../../../src/data-points/raw/unlock-method-create'
import { failureOf, settle } from '../support/settle'
import {
  admin,
  atGate,
  enrol,
  giveReaders,
  leftBehind,
  loft,
  newMethods,
  nothing,
  orders,
  owner,
} from './support'

describe('an enrolment over the data points of a Bluetooth lock', () => {
  it('tells each time that the finger is read, and gives the fingerprint', async () => {
    const stage = atGate()
    const { attempt, steps } = enrol(stage)
    expect(await settle(stage.clock, attempt.done)).toEqual({
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
    expect(newMethods(stage)).toMatchObject([
      { dpCode: 'unlock_fingerprint', unlockSn: 4, userId: admin.userId },
    ])
    expect(orders(stage)).toEqual(['enrol-method'])
    expect(await leftBehind(stage)).toEqual(nothing)
  })

  it.each([
    ['card', 'unlock_card', 1],
    ['face', 'unlock_face', 1],
    ['hand', 'unlock_hand', 1],
    ['finger-vein', 'unlock_finger_vein', 1],
  ] as const)('takes in a %s', async (type, dpCode, total) => {
    const stage = atGate()
    giveReaders(stage)
    const { attempt, steps } = enrol(stage, { type })
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ type, isAssigned: true })
    expect(steps.slice(1)).toEqual([
      { step: 'enrolling', done: 0, total },
      { step: 'enrolling', done: 1, total },
    ])
    expect(newMethods(stage)).toMatchObject([{ dpCode, userId: admin.userId }])
  })

  it('sends the digits of a password, without typing at the door', async () => {
    const stage = atGate({ lock: loft })
    const { attempt, steps } = enrol(stage, { type: 'password', password: '204816' })
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ type: 'password', unlockSn: 3 })
    expect(steps).toEqual([{ step: 'starting' }])
    expect(newMethods(stage)).toMatchObject([{ dpCode: 'unlock_password', pin: '204816' }])
    expect(JSON.stringify(stage.events)).not.toContain('204816')
  })

  it('says when a print is incomplete, and has to be given again', async () => {
    const stage = atGate()
    stage.lock.incompletePrints = 2
    const { attempt, steps } = enrol(stage)
    await settle(stage.clock, attempt.done)
    expect(steps.slice(1, 5)).toEqual([
      { step: 'enrolling', done: 0, total: 5 },
      { step: 'enrolling', done: 0, total: 5, mustRepeat: true },
      { step: 'enrolling', done: 0, total: 5, mustRepeat: true },
      { step: 'enrolling', done: 1, total: 5 },
    ])
  })

  it('sends who it is for, when it opens and how often', async () => {
    const stage = atGate()
    const sent: unknown[] = []
    const { dataPoints } = stage.options
    if (dataPoints === undefined) throw new Error('the stage has no data points')
    const listening = {
      ...dataPoints,
      send: (dps: Readonly<Record<string, unknown>>) => {
        sent.push(dps)
        return dataPoints.send(dps)
      },
    }
    const weekly = { days: [1, 2] as const, fromMinute: 480, toMinute: 1_080 }
    const { attempt } = enrol(
      stage,
      {
        isAdmin: true,
        times: 3,
        validity: { fromMs: 1_800_000_000_999, toMs: 1_900_000_000_000, weekly },
      },
      { dataPoints: listening },
    )
    await settle(stage.clock, attempt.done)
    expect(sent).toEqual([
      {
        unlock_method_create: unlockMethodCreate.encode({
          type: 'fingerprint',
          stage: 'start',
          isAdmin: true,
          memberId: 2,
          hardId: 'new',
          validity: { from: 1_800_000_000, to: 1_900_000_000, weekly },
          times: 3,
          pin: '',
        }),
      },
    ])
  })

  it('asks for the number of the user: 0 is the current one', async () => {
    const stage = atGate()
    const { attempt } = enrol(stage, { user: '0' })
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ userId: owner.userId })
    expect(newMethods(stage)).toMatchObject([{ userId: owner.userId }])
  })

  it('needs no cloud where the number is known', async () => {
    const stage = atGate({ families: ['panel'] })
    const { attempt } = enrol(stage, { lockUserId: 2 })
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
    expect(stage.simulator.requests).toEqual([])
  })

  it('goes on without the lists where the cloud cannot be reached', async () => {
    const stage = atGate()
    stage.simulator.faults.always('doorLock.listUserOpmodes', { vendorCode: 1106 })
    const { attempt } = enrol(stage)
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ unlockSn: 4 })
  })

  it('fails where the user is none of the lock', async () => {
    const stage = atGate()
    const { attempt } = enrol(stage, { user: '4711' })
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ kind: 'vendor', code: 2006 })
    expect(stage.steps).toEqual(['doorLock.getAvailableInstructions', 'doorLock.getUser'])
  })
})
