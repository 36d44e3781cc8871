import { expect } from 'vitest'
import type { HostedLock } from '../../scripts/hosts/hosts'
import { seed } from '../../simulator'
import { radioOf } from '../../src/core/supports-lock-type'
import { runs } from './run-job'

const DAY_MS = 86_400_000

/** Calls the equivalent of a function of the vendor's panel template, and checks what it did. */
type Run = (hosted: HostedLock) => Promise<void>

/** The run of a job, as on the page of hosts. */
const job =
  (name: keyof typeof runs): Run =>
  (hosted) =>
    runs[name](hosted, ['panel'])

const inTurn =
  (...steps: readonly Run[]): Run =>
  async (hosted) => {
    for (const step of steps) await step(hosted)
  }

const createGuest = async ({ settle, door, clock, lock }: HostedLock): Promise<string> => {
  const password = radioOf(lock.type) === 'wifi' ? '2468135' : '246813'
  const input = { name: 'Guest', password, toMs: clock.now() + DAY_MS }
  const { id } = await settle(door.temporaryPasswords.create(input))
  clock.advance(15_000)
  return id
}

const logged = ({ simulator, clock, lock }: HostedLock, count: number): void => {
  for (let index = 0; index < count; index++)
    simulator.world.log.push({
      ...({ category: 'unlock_record', type: 'unlock_fingerprint', value: '1' } as const),
      ...{ id: String(700_000_000 + index), lockId: lock.id, unread: true },
      timeMs: clock.now() - 60_000 * (index + 1),
    })
}

const cardOf = ({ lock }: HostedLock) => ({
  ...({ kind: 'card', number: 1 } as const),
  unlockId: `${lock.dpIds.unlock_card}-1`,
})

/** The door has the type of a panel with any registry. */
const request = (
  { settle, door, lock }: HostedLock,
  name: 'tuya.m.device.lock.active.period' | 'tuya.m.device.active.date',
): Promise<unknown> =>
  settle(
    (door.apiRequest as (name: string, params: object) => Promise<unknown>)(name, {
      devId: lock.id,
    }),
  )

/** By the name of the function. */
export const templateCalls: Readonly<Record<string, Run>> = {
  getLockAuthList: async (hosted) => {
    const id = await createGuest(hosted)
    const { settle, door, clock } = hosted
    const window = { fromMs: clock.now(), toMs: clock.now() + DAY_MS }
    const offline = await settle(door.offlinePasswords.offline({ kind: 'multiple', ...window }))
    expect((await settle(door.temporaryPasswords.list())).map((one) => one.id)).toContain(id)
    const listed = await settle(door.offlinePasswords.list('multiple'))
    expect(listed.map((one) => one.id)).toContain(offline.id)
  },
  getInvalidAuthList: async (hosted) => {
    const id = await createGuest(hosted)
    hosted.clock.advance(2 * DAY_MS)
    const listed = await hosted.settle(hosted.door.temporaryPasswords.list({ invalid: true }))
    expect(listed.find((one) => one.id === id)).toMatchObject({ state: 'expired' })
  },
  clearInvalidAuthList: async (hosted) => {
    await createGuest(hosted)
    hosted.clock.advance(2 * DAY_MS)
    const { temporaryPasswords } = hosted.door
    await hosted.settle(temporaryPasswords.clearInvalid())
    expect(await hosted.settle(temporaryPasswords.list({ invalid: true }))).toEqual([])
  },
  createTemporaryPassword: job('createPassword'),
  updateTempPassword: async (hosted) => {
    const id = await createGuest(hosted)
    const { settle, door, clock, lock } = hosted
    const toMs = clock.now() + 2 * DAY_MS
    const password = radioOf(lock.type) === 'wifi' ? '9753186' : '975318'
    await settle(
      door.temporaryPasswords.change(id, {
        ...{ name: 'Guest', password, once: false, fromMs: clock.now() + DAY_MS, toMs },
      }),
    )
    expect(await settle(door.temporaryPasswords.get(id))).toMatchObject({
      toMs: Math.floor(toMs / 1000) * 1000,
    })
  },
  updateTempPasswordName: async (hosted) => {
    const id = await createGuest(hosted)
    const { temporaryPasswords } = hosted.door
    await hosted.settle(temporaryPasswords.rename(id, 'Cleaner'))
    expect(await hosted.settle(temporaryPasswords.get(id))).toMatchObject({ name: 'Cleaner' })
  },
  deleteTemporaryPassword: job('removePassword'),
  getOfflinePassword: async ({ settle, door, clock }) => {
    const { password, toMs } = await settle(door.offlinePasswords.offline({ kind: 'once' }))
    expect(password).toMatch(/^\d+$/)
    expect(toMs).toBeGreaterThan(clock.now())
  },
  updateOfflinePasswordName: async ({ settle, door, simulator }) => {
    const { id } = await settle(door.offlinePasswords.offline({ kind: 'once', name: 'Parcel' }))
    await settle(door.offlinePasswords.rename(id, { name: 'Flowers' }))
    const renamed = simulator.world.offlinePasswords.find((one) => one.id === id)
    expect(renamed).toMatchObject({ name: 'Flowers' })
  },
  revokeOfflinePassword: async ({ settle, door, clock }) => {
    const window = { fromMs: clock.now(), toMs: clock.now() + DAY_MS }
    const { id } = await settle(door.offlinePasswords.offline({ kind: 'multiple', ...window }))
    expect((await settle(door.offlinePasswords.revoke(id))).clearingCode).toMatch(/^\d+$/)
  },
  getDynamicPassword: job('dynamicPassword'),
  getCurrentMemberInfo: async ({ settle, door }) => {
    const { id, role, lockUserId } = await settle(door.members.get('me'))
    expect([id, role, lockUserId]).toEqual([seed.members.owner.userId, 'owner', 1])
  },
  getFamilyMemberListWithUnlockCount: inTurn(job('listMembers'), job('listMethods')),
  getUnlockMethodDetail: async (hosted) => {
    const { name } = await hosted.settle(hosted.door.methods.get(cardOf(hosted)))
    expect(hosted.lock.opmodes.map((method) => method.name)).toContain(name)
  },
  addMemberUnlockMethod: job('enrol'),
  updateMemberUnlockMode: inTurn(job('renameMethod'), async (hosted) => {
    await hosted.settle(hosted.door.methods.setDuress(cardOf(hosted), true))
    const { number } = cardOf(hosted)
    expect(
      hosted.lock.opmodes.find(
        ({ dpCode, unlockSn }) => dpCode === 'unlock_card' && unlockSn === number,
      )?.hijack,
    ).toBe(true)
  }),
  removeMemberUnlockMethod: job('deleteMethod'),
  getLockLatestLog: async (hosted) => {
    const latestMs = hosted.clock.now() - 60_000
    logged(hosted, 3)
    const [latest] = await hosted.settle(hosted.door.records().take(1))
    expect(latest?.atMs).toBe(latestMs)
  },
  queryLogRecord: async (hosted) => {
    logged(hosted, 45)
    const records = await hosted.settle(hosted.door.records({ kinds: ['opening'] }).take(40))
    expect(records).toHaveLength(40)
  },
  uploadLogRecord: async ({ settle, door, lock, clock, simulator }) => {
    const timeMs = clock.now() - 60_000
    Object.assign(lock.ble ?? {}, {
      storedRecords: [{ dpCode: 'unlock_fingerprint', unlockSn: 1, timeMs }],
      recordsWaiting: true,
    })
    const { records } = await settle(door.ble.startSession().done)
    expect(records.status).toBe('done')
    expect(simulator.world.log.at(-1)).toMatchObject({ lockId: lock.id, timeMs })
  },
  remoteLockExecute: async (hosted) => {
    await (radioOf(hosted.lock.type) === 'ble' ? job('unlockNearby') : job('unlock'))(hosted)
  },
  getDeviceProperties: job('switchRemote'),
  setDeviceProperties: job('switchRemote'),
  getLockActivePeriod: async (hosted) => {
    const days = await request(hosted, 'tuya.m.device.lock.active.period')
    expect(days).toEqual(expect.any(Number))
  },
  queryDeviceActiveDate: async (hosted) => {
    const { settle, door, lock } = hosted
    expect(await request(hosted, 'tuya.m.device.active.date')).toEqual(expect.any(Number))
    if (radioOf(lock.type) !== 'ble') return
    await settle(door.offlinePasswords.sendT0())
    expect(lock.status.map(({ code }) => code)).toContain('password_offline_time')
  },
  syncLockBatch: job('startSession'),
}
