import { describe, expect, it } from 'vitest'
import { type Lock, seed } from '../../../simulator'
import { failureOf, pass, settle } from '../support/settle'
import { createNativePanel, hosts } from './native-host'

const { gardenGate, loft } = seed.locks
const DELETE = 'unlock_method_delete'
const HOUR_MS = 3_600_000

/** Two removed users, one of them an administrator, and two stored openings. */
const prepare = (lock: Lock, nowMs: number) => {
  lock.absentUsers.push(
    { userId: '1098', lockUserId: 8, userType: 10 },
    { userId: '1099', lockUserId: 9, userType: 20 },
  )
  if (lock.ble === undefined) throw new Error('not a Bluetooth lock')
  lock.ble.recordsWaiting = true
  lock.ble.storedRecords = [
    { dpCode: 'unlock_fingerprint', unlockSn: 1, timeMs: nowMs - 2 * HOUR_MS },
    { dpCode: 'unlock_card', unlockSn: 2, timeMs: nowMs - HOUR_MS },
  ]
  return lock.ble
}

const locks = Object.entries(hosts).flatMap(([host, createHost]) =>
  [gardenGate, loft].map((seeded) => [host, seeded.name, createHost, seeded] as const),
)

describe.each(locks)('a Bluetooth session over %s, %s,', (_, _name, createHost, seeded) => {
  const open = (more = {}) => {
    const native = createNativePanel(createHost, seeded, more)
    return { ...native, session: prepare(native.lock, native.clock.now()) }
  }

  it('sends the random number, deletes removed users, and delivers stored records', async () => {
    const { clock, door, lock, session, commands, listenerCount } = open()
    const steps: string[] = []
    const attempt = door.ble.startSession()
    expect(door.ble.startSession()).toBe(attempt)
    attempt.state$.subscribe(({ step }) => steps.push(step))
    const { random, removedMembers, records } = await settle(clock, attempt.done)
    expect(random).toEqual({ status: seeded === loft ? 'not-needed' : 'done' })
    expect(removedMembers).toEqual({ status: 'done', deleted: [8, 9], failed: [] })
    expect(records.status).toBe('done')
    expect(records.reports.map(({ record }) => String(record).slice(0, 4))).toEqual([
      '0c01',
      '0f02',
    ])
    expect(steps).toEqual(['config', 'random', 'removed-members', 'records', 'done'])
    expect(lock.absentUsers).toEqual([])
    expect([session.randomIsSet, session.recordsWaiting]).toEqual([true, false])
    expect(commands()).toEqual([
      ['delete-user', DELETE, undefined],
      ['delete-user', DELETE, undefined],
    ])
    expect(listenerCount()).toBe(0)
    expect(await settle(clock, door.ble.startSession().done)).toEqual({
      random: { status: 'not-needed' },
      removedMembers: { status: 'not-needed', deleted: [], failed: [] },
      records: { status: 'not-needed', reports: [] },
    })
  })

  it('reports a failed part, and continues with the next', async () => {
    const { clock, door, lock, commands } = open({
      lockSync: async () => ({
        lockRandom: {
          devUnlockId: '0001',
          ins: '39'.repeat(8),
          wakeUpIns: '00',
          distributed: true,
        },
        removedUser: [{ lockUserId: 77 }, { lockUserId: 9 }, { lockUserId: 0 }],
        lockRecord: { ins: '00', distributed: true },
      }),
    })
    const { random, removedMembers, records } = await settle(clock, door.ble.startSession().done)
    expect(random).toMatchObject({ status: 'failed', error: { reason: 'no-report' } })
    expect(removedMembers).toMatchObject({
      status: 'failed',
      deleted: [9],
      failed: [
        { lockUserId: 77, error: { kind: 'lock', reason: 'not-deleted' } },
        { lockUserId: 0, error: { kind: 'params' } },
      ],
    })
    expect(records).toMatchObject({ status: 'done', reports: [{}, {}] })
    expect(lock.absentUsers.map(({ lockUserId }) => lockUserId)).toEqual([8])
    expect(commands()).toEqual([['delete-user', DELETE, undefined]])
  })

  // Also with a limit beyond the minute that the stored records may take.
  it.each([15_000, 90_000])(
    'says that the delivery is unknown if the lock does not report in %d ms',
    async (reportTimeoutMs) => {
      const { clock, door, lock } = open({ reportTimeoutMs })
      lock.asleepUntilMs = clock.now() + 10 * HOUR_MS
      const { removedMembers, records } = await settle(clock, door.ble.startSession().done)
      const unknown = { kind: 'timeout', delivery: 'unknown' }
      expect(removedMembers).toMatchObject({
        deleted: [],
        failed: [
          { lockUserId: 8, error: unknown },
          { lockUserId: 9, error: unknown },
        ],
      })
      expect(records).toMatchObject({ status: 'failed', error: unknown, reports: [] })
    },
  )

  it('excludes other commands until it has ended or is cancelled', async () => {
    const { clock, door, lock, listenerCount } = open()
    lock.asleepUntilMs = clock.now() + 10 * HOUR_MS
    const attempt = door.ble.startSession()
    expect(await failureOf(clock, door.ble.open().done)).toMatchObject({ reason: 'busy' })
    await pass(clock, 1_000)
    attempt.cancel()
    expect(await failureOf(clock, attempt.done)).toMatchObject({ kind: 'cancelled' })
    expect(listenerCount()).toBe(0)
    delete lock.asleepUntilMs
    expect(await settle(clock, door.ble.open().done)).toMatchObject({ operation: 'unlock' })
  })

  it('sends nothing if the app cannot answer, or if an option is missing', async () => {
    const failing = open({ lockSync: async () => Promise.reject(new Error('secret')) })
    const failure = await failureOf(failing.clock, failing.door.ble.startSession().done)
    expect(failure).toMatchObject({ kind: 'transport', delivery: 'not-sent' })
    expect(String(failure)).not.toContain('secret')
    const without = open({ lockSync: undefined })
    expect(await failureOf(without.clock, without.door.ble.startSession().done)).toMatchObject({
      kind: 'unsupported',
      message: expect.stringContaining('lockSync'),
    })
    expect([...failing.commands(), ...without.commands()]).toEqual([])
  })
})
