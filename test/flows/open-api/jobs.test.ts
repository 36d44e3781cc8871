import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { failureOf, settle } from '../support/settle'
import {
  commandsOf,
  HOUR_MS,
  isUnlocked,
  methodsOf,
  pinOf,
  type RestJobs,
  restJobs,
  servedJobs,
  writesOf,
} from './job-harness'

const { frontDoor, garage, loft, office } = seed.locks
const { common } = seed.members

const locks = [
  ['a Wi-Fi lock', frontDoor],
  ['a Zigbee lock', garage],
  ['a Bluetooth lock behind a gateway', loft],
  ['an access control lock', office],
] as const
/** No route adds, changes or removes a member of access control, or unassigns a method there. */
const withMembers = locks.filter(([, lock]) => lock !== office)
/** A Bluetooth lock cannot change a PIN. */
const withChanges = locks.filter(([, lock]) => lock !== loft)

const guestOf = ({ lock, clock }: Pick<RestJobs, 'lock' | 'clock'>) => ({
  name: 'Guest',
  toMs: clock.now() + 24 * HOUR_MS,
  password: pinOf(lock, '2468135'),
})

const storedOf = ({ simulator, lock }: RestJobs) =>
  simulator.world.temporaryPasswords.filter(({ lockId }) => lockId === lock.id)

const activeGuest = async (jobs: RestJobs) => {
  const { temporaryPasswords } = jobs.door
  const { id } = await settle(jobs.clock, temporaryPasswords.create(guestOf(jobs)))
  const { state } = await settle(jobs.clock, temporaryPasswords.waitUntilActive(id).done)
  expect(state).toBe('active')
  return id
}

describe.each(locks)('a server that has the REST routes only, with %s,', (_, of) => {
  it('unlocks and locks with one command each, confirmed by the bolt in the cloud', async () => {
    const jobs = restJobs(of)
    const unlocked = await settle(jobs.clock, jobs.door.unlock().done)
    expect([unlocked.reportedBy, isUnlocked(jobs)]).toEqual(['status', true])
    const locked = await settle(jobs.clock, jobs.door.lock().done)
    expect([locked.reportedBy, isUnlocked(jobs)]).toEqual(['status', false])
    expect(commandsOf(jobs)).toEqual(['unlock', 'lock'])
    expect(jobs.simulator.journal.map(({ moved }) => moved)).toEqual([true, true])
  })

  it('creates a temporary password that the lock stores, and removes it', async () => {
    const jobs = restJobs(of)
    const id = await activeGuest(jobs)
    expect(storedOf(jobs).at(-1)).toMatchObject({ id, pin: guestOf(jobs).password, state: 'sent' })
    await settle(jobs.clock, jobs.door.temporaryPasswords.remove(id))
    jobs.clock.advance(2_000)
    expect(storedOf(jobs).at(-1)).toMatchObject({ id, state: 'deleted' })
    expect(await settle(jobs.clock, jobs.door.temporaryPasswords.list())).toEqual([])
    expect(commandsOf(jobs)).toEqual(['create-password', 'delete-password'])
  })

  it('reads a dynamic password that opens the door at the keypad', async () => {
    const jobs = restJobs(of)
    const { password } = await settle(jobs.clock, jobs.door.offlinePasswords.dynamic())
    expect(jobs.simulator.typeCode(jobs.deviceId, password)).toBe('opened')
  })

  it('reads the record of its own unlock', async () => {
    const jobs = restJobs(of)
    const { atMs } = await settle(jobs.clock, jobs.door.unlock().done)
    const [record] = await settle(jobs.clock, jobs.door.records().take(1))
    expect(record).toMatchObject({ kind: 'opening', method: 'phone', atMs })
    expect(commandsOf(jobs)).toEqual(['unlock'])
  })

  it('assigns a method on the lock to a member, once', async () => {
    const jobs = restJobs(of)
    const { methods } = jobs.door
    const spare = await settle(jobs.clock, methods.unassigned())
    expect(spare).toHaveLength(1)
    await settle(jobs.clock, methods.assign(spare, common.userId))
    expect(methodsOf(jobs, common.userId)).toEqual(['After school', 'Spare card'])
    expect(await settle(jobs.clock, methods.ofMember(common.userId))).toHaveLength(2)
    expect(await settle(jobs.clock, methods.unassigned())).toEqual([])
    expect(writesOf(jobs)).toHaveLength(1)
  })
})

describe.each(withChanges)('a server that has the REST routes only, with %s,', (_, of) => {
  it('changes the PIN and the window of a temporary password with one command', async () => {
    const jobs = restJobs(of)
    const id = await activeGuest(jobs)
    const fromMs = jobs.clock.now() + HOUR_MS
    const change = { password: pinOf(of, '9753186'), once: false, fromMs, name: 'Gardener' }
    const changed = await settle(jobs.clock, jobs.door.temporaryPasswords.change(id, change))
    expect(changed).toMatchObject({ id, name: 'Gardener', fromMs })
    jobs.clock.advance(2_000)
    expect(storedOf(jobs).at(-1)).toMatchObject({ id, pin: change.password, state: 'sent' })
    expect(commandsOf(jobs)).toEqual(['create-password', 'modify-password'])
  })
})

describe.each(withMembers)('a server that has the REST routes only, with %s,', (_, of) => {
  it('adds, changes and removes a member, each once', async () => {
    const jobs = restJobs(of)
    const { members } = jobs.door
    const { id } = await settle(jobs.clock, members.add({ name: 'Visitor', sex: 'male' }))
    expect(await settle(jobs.clock, members.get(id))).toMatchObject({ id, name: 'Visitor' })
    await settle(jobs.clock, members.change(id, { name: 'Painter', sex: 'female' }))
    const users = () => jobs.simulator.world.deviceUsers.map(({ nickName }) => nickName)
    expect(users()).toEqual(['Painter'])
    await settle(jobs.clock, members.remove(id))
    expect(users()).toEqual([])
    expect(commandsOf(jobs)).toEqual(['add-user'])
    expect(writesOf(jobs)).toHaveLength(3)
  })

  it('unassigns a method that it has assigned, and the method stays on the lock', async () => {
    const jobs = restJobs(of)
    const { methods } = jobs.door
    const spare = await settle(jobs.clock, methods.unassigned())
    await settle(jobs.clock, methods.assign(spare, common.userId))
    await settle(
      jobs.clock,
      methods.unassign(spare.map((one) => ({ ...one, memberId: common.userId }))),
    )
    expect(methodsOf(jobs, common.userId)).toEqual(['After school'])
    expect(await settle(jobs.clock, methods.unassigned())).toEqual(spare)
    expect(writesOf(jobs)).toHaveLength(2)
  })
})

describe('a server that has the REST routes only', () => {
  it('changes a password of a Bluetooth lock only together with a new PIN', async () => {
    const jobs = restJobs(loft)
    const id = await activeGuest(jobs)
    const sent = jobs.steps.length
    const rename = jobs.door.temporaryPasswords.change(id, { name: 'Cleaner' })
    expect(await failureOf(jobs.clock, rename)).toMatchObject({
      kind: 'params',
      issues: [{ path: 'password' }],
    })
    expect(jobs.steps).toHaveLength(sent)
    const change = { password: '975318', once: false, fromMs: jobs.clock.now() + HOUR_MS }
    await settle(jobs.clock, jobs.door.temporaryPasswords.change(id, change))
    expect(commandsOf(jobs)).toEqual(['create-password', 'modify-password'])
  })

  it('clears expired passwords by removing their records, and keeps the valid ones', async () => {
    const jobs = restJobs(frontDoor)
    const id = await activeGuest(jobs)
    expect(storedOf(jobs).map(({ name }) => name)).toEqual(['Painter', 'Guest'])
    await settle(jobs.clock, jobs.door.temporaryPasswords.clearInvalid())
    expect(storedOf(jobs)).toMatchObject([{ id, state: 'sent' }])
  })

  it('unlocks with a stored PIN over the route for Zigbee locks', async () => {
    const jobs = restJobs(garage)
    await activeGuest(jobs)
    const { password } = guestOf(jobs)
    // The password begins ten seconds after its creation.
    jobs.clock.advance(10_000)
    await settle(jobs.clock, jobs.door.openDoor({ password }).done)
    expect(isUnlocked(jobs)).toBe(true)
    expect(commandsOf(jobs)).toEqual(['create-password', 'unlock'])
  })
})

describe('a server over signed HTTP requests', () => {
  it.each(locks)('unlocks and locks, manages a password and reads records: %s', async (_, of) => {
    const { door, simulator, clock } = await servedJobs(of)
    await door.unlock().done
    await door.lock().done
    const input = { ...guestOf({ lock: of as RestJobs['lock'], clock }) }
    const { id } = await door.temporaryPasswords.create(input)
    clock.advance(2_000)
    expect((await door.temporaryPasswords.waitUntilActive(id).done).state).toBe('active')
    await door.temporaryPasswords.remove(id)
    const records = await door.records().take(1)
    expect(records).toMatchObject([{ kind: 'opening', method: 'phone' }])
    expect(commandsOf({ simulator })).toEqual([
      'unlock',
      'lock',
      'create-password',
      'delete-password',
    ])
  })
})
