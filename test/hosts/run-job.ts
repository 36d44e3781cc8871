import { expect } from 'vitest'
import { type HostedLock, openForOwner } from '../../scripts/hosts/hosts'
import type { JobName } from '../../scripts/hosts/jobs'
import { seed } from '../../simulator'
import type { Family } from '../../src/core/action'
import { radioOf } from '../../src/core/supports-lock-type'
import type { Member } from '../../src/flows/members/member'
import { setBolt, storePassword } from '../flows/remote-unlock/door-harness'

const { common } = seed.members
const DAY_MS = 86_400_000
const card = { kind: 'card', number: 2, unlockId: '5-2' }

/** Runs a job on a host, and checks at the simulated lock or cloud that it was done. */
type Run = (hosted: HostedLock, families: readonly Family[]) => Promise<void>

const isUnlocked = ({ lock }: HostedLock) =>
  lock.status.find(({ code }) => code === 'lock_motor_state')?.value
const pinFor = ({ lock: { type } }: HostedLock, digits: string) =>
  digits.slice(0, ['wifi', 'access-control'].includes(radioOf(type)) ? 7 : 6)

const guestOf = (hosted: HostedLock) => ({
  name: 'Guest',
  toMs: hosted.clock.now() + DAY_MS,
  password: pinFor(hosted, '2468135'),
})

/** In the cloud, or on the lock alone. */
const passwordsOf = ({ simulator, lock }: HostedLock) => [
  ...simulator.world.temporaryPasswords.filter(
    ({ lockId, name }) => lockId === lock.id && name === 'Guest',
  ),
  ...lock.localPasswords.map(({ sn, ...password }) => ({
    id: String(sn),
    state: 'sent',
    ...password,
  })),
]

/** The panel creates passwords over the data points of the lock, and the cloud does not know them. */
const isOverLock = ({ door, lock }: HostedLock) =>
  radioOf(lock.type) === 'ble' && !door.supports('doorLock.createTemporaryPassword')

/** A password that the lock has, made by the owner where the cloud knows it. */
const activePassword = async (hosted: HostedLock): Promise<string> => {
  const { temporaryPasswords } = isOverLock(hosted) ? hosted.door : openForOwner(hosted)
  const { id } = await hosted.settle(temporaryPasswords.create(guestOf(hosted)))
  hosted.clock.advance(15_000)
  return id
}

/** A member without an account, and the person's number on the lock. */
const addPerson = ({ simulator, lock }: HostedLock, userId: string): void => {
  const person = { sex: '2', birthday: '', height: 0, weight: 0, userType: 20 } as const
  simulator.world.deviceUsers.push({
    ...common,
    ...person,
    userId,
    lockId: lock.id,
    nickName: 'Nadia',
  })
  lock.users.push({ userId, lockUserId: 70 })
}

const nicknames = ({ simulator }: HostedLock) =>
  simulator.world.deviceUsers.map(({ nickName }) => nickName)

const methodOwner = ({ lock }: HostedLock, name = 'Spare card') =>
  lock.opmodes.find((one) => one.name === name)?.userId

const giveCard = ({ lock }: HostedLock): void => {
  for (const one of lock.opmodes)
    if (one.name === 'Spare card') Object.assign(one, { userId: common.userId, assigned: true })
}

const cardRef = ({ lock }: HostedLock) => ({ ...card, unlockId: `${lock.dpIds.unlock_card}-2` })

const ownedCard = (hosted: HostedLock) => ({ ...cardRef(hosted), memberId: common.userId })

export const runs: Readonly<Record<JobName, Run>> = {
  unlock: async (hosted) => {
    await hosted.settle(hosted.door.unlock().done)
    expect(isUnlocked(hosted)).toBe(true)
  },
  unlockWithPin: async (hosted) => {
    const password = '204060'
    storePassword(hosted, password)
    await hosted.settle(hosted.door.openDoor({ password }).done)
    expect(isUnlocked(hosted)).toBe(true)
  },
  unlockNearby: async (hosted) => {
    await hosted.settle(hosted.door.ble.open(hosted.link).done)
    expect(isUnlocked(hosted)).toBe(true)
  },
  startSession: async ({ settle, door, link }) => {
    const { random } = await settle(door.ble.startSession(link).done)
    expect(random.status).not.toBe('failed')
  },
  lock: async (hosted) => {
    setBolt(hosted, true)
    await hosted.settle(hosted.door.lock().done)
    expect(isUnlocked(hosted)).toBe(false)
  },
  switchRemote: async ({ settle, door, lock }) => {
    for (const isOn of [false, true]) {
      await settle(door.setRemoteUnlock(isOn))
      expect(lock.remoteUnlock.remoteUnlockWithoutPwd).toBe(isOn)
      expect((await settle(door.remoteUnlockSwitches()))['without-password']).toBe(isOn)
    }
  },
  createPassword: async (hosted) => {
    const { id } = await hosted.settle(hosted.door.temporaryPasswords.create(guestOf(hosted)))
    hosted.clock.advance(15_000)
    expect(passwordsOf(hosted)).toMatchObject([{ id, state: 'sent' }])
  },
  changePassword: async (hosted, families) => {
    const { clock, settle, door, lock } = hosted
    const id = await activePassword(hosted)
    const toMs = clock.now() + 2 * DAY_MS
    const pin = { password: pinFor(hosted, '9753186'), fromMs: clock.now() + DAY_MS }
    const change = {
      toMs,
      ...(!isOverLock(hosted) && { once: false }),
      ...((radioOf(lock.type) !== 'ble' || families.includes('open-api')) && pin),
    }
    await settle(door.temporaryPasswords.change(id, change))
    expect(passwordsOf(hosted)).toMatchObject([{ id, invalidTime: Math.floor(toMs / 1000) }])
  },
  freezePassword: async (hosted) => {
    const id = await activePassword(hosted)
    await hosted.settle(hosted.door.temporaryPasswords.freeze(id))
    expect(passwordsOf(hosted)).toMatchObject([{ id, state: 'frozen' }])
  },
  unfreezePassword: async (hosted) => {
    const id = await activePassword(hosted)
    await hosted.settle(openForOwner(hosted).temporaryPasswords.freeze(id))
    await hosted.settle(hosted.door.temporaryPasswords.unfreeze(id))
    expect(passwordsOf(hosted)).toMatchObject([{ id, state: 'sent' }])
  },
  removePassword: async (hosted) => {
    const id = await activePassword(hosted)
    await hosted.settle(hosted.door.temporaryPasswords.remove(id))
    hosted.clock.advance(15_000)
    expect(passwordsOf(hosted).filter(({ state }) => state !== 'deleted')).toEqual([])
  },
  offlinePassword: async (hosted) => {
    const { settle, door, simulator, lock } = hosted
    // A Bluetooth lock needs the time of its pairing once.
    if (lock.dpIds.password_offline_time !== undefined)
      await settle(openForOwner(hosted).offlinePasswords.sendT0())
    const { password } = await settle(door.offlinePasswords.offline({ kind: 'once' }))
    expect(simulator.typeCode(lock.id, password)).toBe('opened')
  },
  dynamicPassword: async ({ settle, door, simulator, lock }) => {
    const { password } = await settle(door.offlinePasswords.dynamic())
    expect(simulator.typeCode(lock.id, password)).toBe('opened')
  },
  readRecords: async ({ clock, settle, door, simulator, lock }) => {
    const timeMs = clock.now() - 60_000
    const opening = { category: 'unlock_record', type: 'unlock_fingerprint', value: '1' } as const
    const row = { ...opening, id: '700000001', lockId: lock.id, timeMs, unread: false }
    simulator.world.log.push(row)
    const records = await settle(door.records({ kinds: ['opening'] }).take(1))
    expect(records).toMatchObject([{ kind: 'opening', method: 'fingerprint', atMs: timeMs }])
  },
  changeSettings: async ({ settle, door, lock }) => {
    expect(await settle(door.settings.set('volume', 'mute'))).toBe('mute')
    expect(lock.status).toContainEqual({ code: 'beep_volume', value: 'mute' })
  },
  seeState: async (hosted) => {
    setBolt(hosted, true)
    const { bolt, battery } = await hosted.settle(hosted.door.current())
    expect([bolt?.value, battery?.value]).toEqual(['unlocked', { percent: 87 }])
  },
  listMembers: async ({ settle, door }) => {
    const names: Member['name'][] = []
    const read = async () => {
      for await (const { name, id } of door.members.all()) names.push(`${name} ${id}`)
    }
    await settle(read())
    expect(names).toHaveLength(Object.keys(seed.members).length)
  },
  addMember: async (hosted) => {
    const { id } = await hosted.settle(hosted.door.members.add({ name: 'Nadia', sex: 'female' }))
    expect(hosted.simulator.world.deviceUsers).toMatchObject([{ userId: id, nickName: 'Nadia' }])
  },
  changeMember: async (hosted) => {
    addPerson(hosted, '7000')
    await hosted.settle(hosted.door.members.change('7000', { name: 'Nadja' }))
    expect(nicknames(hosted)).toEqual(['Nadja'])
  },
  removeMember: async (hosted) => {
    addPerson(hosted, '7000')
    await hosted.settle(hosted.door.members.remove('7000'))
    hosted.clock.advance(15_000)
    expect([nicknames(hosted), hosted.lock.users.some(({ userId }) => userId === '7000')]).toEqual([
      [],
      false,
    ])
  },
  listMethods: async ({ settle, door, lock }) => {
    const { methods, missing } = await settle(door.methods.list())
    const isListed = ({ userId }: (typeof lock.opmodes)[number]) =>
      userId !== undefined || !missing.includes('unassigned')
    expect(methods).toHaveLength(lock.opmodes.filter(isListed).length)
  },
  listMemberMethods: async ({ settle, door }) => {
    const methods = await settle(door.methods.ofMember(common.userId))
    expect(methods).toHaveLength(1)
  },
  assignMethod: async (hosted) => {
    await hosted.settle(hosted.door.methods.assign(cardRef(hosted), common.userId))
    expect(methodOwner(hosted)).toBe(common.userId)
  },
  unassignMethod: async (hosted) => {
    giveCard(hosted)
    await hosted.settle(hosted.door.methods.unassign(ownedCard(hosted)))
    expect(methodOwner(hosted)).toBeUndefined()
  },
  renameMethod: async (hosted) => {
    giveCard(hosted)
    await hosted.settle(hosted.door.methods.rename(ownedCard(hosted), 'Blue card'))
    expect(hosted.lock.opmodes.map(({ name }) => name)).toContain('Blue card')
  },
  deleteMethod: async (hosted) => {
    giveCard(hosted)
    await hosted.settle(hosted.door.methods.delete(ownedCard(hosted)))
    expect(hosted.lock.opmodes.map(({ name }) => name)).not.toContain('Spare card')
  },
  setDuress: async (hosted) => {
    giveCard(hosted)
    for (const isOn of [true, false]) {
      await hosted.settle(hosted.door.methods.setDuress(ownedCard(hosted), isOn))
      expect(hosted.lock.opmodes.find(({ name }) => name === 'Spare card')?.hijack).toBe(isOn)
    }
  },
  enrol: async ({ settle, door, lock }) => {
    const request = { type: 'fingerprint', user: common.userId, lockUserId: 3 } as const
    await settle(door.enrol(request).done)
    expect(lock.opmodes.at(-1)).toMatchObject({
      dpCode: 'unlock_fingerprint',
      userId: common.userId,
    })
  },
  share: async ({ settle, door }) => {
    const input = { kind: 'ble', times: 1, sharer: seed.members.owner.uid } as const
    const { ticket } = await settle(door.sharing.create(input))
    expect((await settle(door.sharing.verify({ ticket }))).state).toBe('open')
  },
  sync: async ({ settle, door }) => {
    expect(await settle(door.syncOpmodes().done)).toHaveProperty('by')
  },
}
