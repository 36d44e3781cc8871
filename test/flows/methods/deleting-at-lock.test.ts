import { NEVER, Observable } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { LockOptions } from '../../../src/flows/shared/lock-options'
import { createNativePanel, hosts } from '../native/native-host'
import { failureOf, settle } from '../support/settle'
import { methodHarness } from './method-harness'

const { frontDoor, gardenGate, loft } = seed.locks
const { admin } = seed.members
const card = { kind: 'card', number: 1 }
const POINT = 'unlock_method_delete'

const locks = Object.entries(hosts).flatMap(([host, createHost]) =>
  [gardenGate, loft].map((seeded) => [host, seeded.name, createHost, seeded] as const),
)

describe.each(locks)('methods.delete() over %s at %s', (_, _name, createHost, seeded) => {
  it('deletes the method from the lock once, and listens no longer', async () => {
    const { clock, lock, door, commands, listenerCount } = createNativePanel(createHost, seeded)
    await settle(clock, door.methods.delete(card))
    expect(lock.opmodes.map(({ name }) => name)).not.toContain('White card')
    expect(commands()).toEqual([['delete-method', POINT, undefined]])
    expect(listenerCount()).toBe(0)
    const { methods } = await settle(clock, door.methods.list())
    expect(methods.some(({ name }) => name === 'White card')).toBe(false)
  })

  it('sends one command for two calls at the same time', async () => {
    const { clock, simulator, door, commands } = createNativePanel(createHost, seeded)
    const sent: unknown[] = []
    const reports = simulator.asDataPoints({ deviceId: seeded.id }).reports$
    const subscription = reports.subscribe((report) => sent.push(report))
    await settle(clock, Promise.allSettled([1, 2].map(() => door.methods.delete(card))))
    subscription.unsubscribe()
    expect(sent).toHaveLength(1)
    expect(commands()).toHaveLength(1)
  })

  it('fails with the reason not-done if the lock does not have the method', async () => {
    const { clock, door } = createNativePanel(createHost, seeded)
    const ref = { kind: 'card', number: 77, lockUserId: 2 }
    expect(await failureOf(clock, door.methods.delete(ref))).toMatchObject({
      kind: 'lock',
      reason: 'not-done',
    })
  })

  it('requires the number of the member for a method that no list has', async () => {
    const { clock, door, commands } = createNativePanel(createHost, seeded)
    const spare = { kind: 'card', number: 2 }
    expect(await failureOf(clock, door.methods.delete(spare))).toMatchObject({
      kind: 'params',
      issues: [{ path: 'method.lockUserId' }],
    })
    expect(commands()).toEqual([])
    await settle(clock, door.methods.delete({ ...spare, lockUserId: 1 }))
    expect(commands()).toHaveLength(1)
  })
})

describe('methods.delete() over data points', () => {
  const ofGate = (more: Partial<LockOptions> = {}) =>
    methodHarness(gardenGate, 'mini-program', { dataPoints: true }, more)

  it('tells the lock the member and whether it is an administrator', async () => {
    const sent: unknown[] = []
    const { harness, flow } = ofGate({
      dataPoints: {
        reports$: NEVER,
        send: (dps) =>
          new Observable((subscriber) => {
            sent.push(dps)
            subscriber.complete()
          }),
      },
    })
    await failureOf(harness.clock, flow.delete(card))
    await failureOf(harness.clock, flow.delete({ kind: 'password', number: 2 }))
    expect(sent).toEqual([{ [POINT]: '020001020101' }, { [POINT]: '010000030201' }])
  })

  it('has an unknown outcome if the lock does not report and the lists still show the method', async () => {
    const { harness, flow } = ofGate({
      dataPoints: { reports$: NEVER, send: () => new Observable((one) => one.complete()) },
    })
    expect(await failureOf(harness.clock, flow.delete(card))).toMatchObject({
      kind: 'outcome-unknown',
      check: 'doorLock.listUserOpmodes',
    })
  })

  it('succeeds if the report is lost and the lists no longer show the method', async () => {
    const clean = ofGate()
    await settle(clean.harness.clock, clean.flow.delete(card))
    const { harness, flow } = ofGate()
    harness.begin({ step: clean.harness.steps.indexOf(`send ${POINT}`), fault: 'drop-after' })
    await settle(harness.clock, flow.delete(card))
    expect(harness.lock.opmodes.map(({ name }) => name)).not.toContain('White card')
    expect(harness.simulator.journal).toHaveLength(1)
    // It read the lists again.
    expect(harness.steps.length).toBeGreaterThan(clean.harness.steps.length)
  })

  it('is unsupported at a lock without the data point, and for a kind without a name', async () => {
    const wifi = methodHarness(frontDoor, 'mini-program', { dataPoints: true })
    expect(await failureOf(wifi.harness.clock, wifi.flow.delete(card))).toMatchObject({
      kind: 'unsupported',
    })
    const { harness, flow } = ofGate()
    const eye = { kind: 'eye', number: 1, memberId: admin.userId }
    expect(await failureOf(harness.clock, flow.delete(eye))).toMatchObject({ kind: 'unsupported' })
  })
})
