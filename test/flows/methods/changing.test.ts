import { describe, expect, it } from 'vitest'
import { type Lock, seed } from '../../../simulator'
import type { Family } from '../../../src/core/action'
import { schemaOf } from '../support/native-hosts'
import { failureOf, settle } from '../support/settle'
import { methodHarness } from './method-harness'

const { frontDoor, gardenGate, garage, office } = seed.locks
const { admin, common } = seed.members

const cardOf = ({ opmodes }: Pick<Lock, 'opmodes'>, number: number) =>
  opmodes.find(({ dpCode, unlockSn }) => dpCode === 'unlock_card' && unlockSn === number)

describe('methods.list()', () => {
  it.each([
    ['mini-program', frontDoor],
    ['mini-program', garage],
    ['panel', frontDoor],
    ['open-api', office],
  ] as const)('has every method with its member over %s', async (family, seeded) => {
    const { harness, flow } = methodHarness(seeded, family, {}, { schema: schemaOf(seeded) })
    const { methods, missing } = await settle(harness.clock, flow.list())
    const fields = methods.map(({ kind, number, memberId }) => [`unlock_${kind}`, number, memberId])
    const stored = harness.lock.opmodes.map((one) => [one.dpCode, one.unlockSn, one.userId])
    expect(fields.sort()).toEqual(stored.sort())
    expect(missing).toEqual([])
  })

  it('says that an app cannot list methods without a member of the home, of a Bluetooth lock', async () => {
    const { harness, flow } = methodHarness(gardenGate, 'panel')
    const { methods, missing } = await settle(harness.clock, flow.list())
    expect(methods).toHaveLength(harness.lock.opmodes.length - 1)
    expect(missing).toEqual(['without-account', 'unassigned'])
    expect(await failureOf(harness.clock, flow.get({ unlockId: '15-2' }))).toMatchObject({
      reason: 'not-listed',
    })
    expect(await failureOf(harness.clock, flow.ofMember('7000'))).toMatchObject({
      reason: 'not-listed',
    })
  })

  it('fails if one of its lists cannot be read', async () => {
    for (const list of ['doorLock.listUserOpmodes', 'doorLock.listUnallocatedOpmodes']) {
      const { harness, flow } = methodHarness(frontDoor, 'mini-program')
      harness.simulator.faults.always(list, { vendorCode: 1106 })
      expect(await failureOf(harness.clock, flow.list())).toMatchObject({ code: 1106 })
    }
  })

  it('is unsupported over routes that list no members, while the methods of a member are listed', async () => {
    const { harness, flow } = methodHarness(garage, 'open-api')
    expect(await failureOf(harness.clock, flow.list())).toMatchObject({ kind: 'unsupported' })
    expect(await settle(harness.clock, flow.ofMember(admin.userId))).toHaveLength(2)
  })

  it('shows who is told, and which methods the lock does not have, over the route of access control', async () => {
    const { harness, flow } = methodHarness(office, 'open-api')
    const [first] = await settle(harness.clock, flow.ofMember(admin.userId))
    expect(first).toMatchObject({ kind: 'fingerprint', id: '400000004', notice: {} })
  })
})

describe('methods.get()', () => {
  it('finds a method by each of its identifiers', async () => {
    for (const ref of [{ kind: 'card', number: 1 }, { unlockId: '5-1' }, { unlockId: '5-01' }]) {
      const { harness, flow } = methodHarness(frontDoor, 'mini-program')
      expect(await settle(harness.clock, flow.get(ref))).toMatchObject({ name: 'White card' })
    }
    const { harness, flow } = methodHarness(frontDoor, 'panel')
    expect(await settle(harness.clock, flow.get({ id: '400000005' }))).toMatchObject({
      name: 'White card',
    })
  })

  it('fails with the reason not-found if complete lists do not show it', async () => {
    const { harness, flow } = methodHarness(frontDoor, 'mini-program')
    expect(await failureOf(harness.clock, flow.get({ kind: 'face', number: 1 }))).toMatchObject({
      kind: 'lock',
      reason: 'not-found',
    })
  })

  it('rejects a reference that identifies nothing before it reads', async () => {
    const { harness, flow } = methodHarness(frontDoor, 'mini-program')
    expect(await failureOf(harness.clock, flow.get({ number: 1 }))).toMatchObject({
      kind: 'params',
    })
    expect(harness.steps).toEqual([])
  })
})

type Channel = readonly [Family, Lock]
const renaming: readonly Channel[] = [
  ['panel', frontDoor],
  ['open-api', office],
]
const alarming: readonly Channel[] = [
  ['mini-program', frontDoor],
  ['mini-program', gardenGate],
  ['panel', frontDoor],
  ['open-api', garage],
]

describe('methods.rename()', () => {
  it.each(renaming)('renames a listed method over %s', async (family, seeded) => {
    const { harness, flow } = methodHarness(seeded, family)
    const listed = await settle(harness.clock, flow.ofMember(admin.userId))
    const card = listed.find(({ name }) => name === 'White card')
    await settle(harness.clock, flow.rename(card ?? {}, 'Blue card'))
    expect(cardOf(harness.lock, 1)?.name).toBe('Blue card')
  })

  it('reads the record of the method over panel APIs, although the first list does not have it', async () => {
    const { harness, flow } = methodHarness(frontDoor, ['mini-program', 'panel'])
    await settle(harness.clock, flow.rename({ kind: 'card', number: 1 }, 'Blue card'))
    expect(cardOf(harness.lock, 1)?.name).toBe('Blue card')
  })

  it('rejects an empty name, and is unsupported over mini-program operations', async () => {
    const { harness, flow } = methodHarness(office, 'open-api')
    const card = { kind: 'card', number: 1 }
    expect(await failureOf(harness.clock, flow.rename(card, ''))).toMatchObject({ kind: 'params' })
    const other = methodHarness(frontDoor, 'mini-program')
    expect(await failureOf(other.harness.clock, other.flow.rename(card, 'Blue'))).toMatchObject({
      kind: 'unsupported',
    })
    expect([harness.steps, other.harness.steps]).toEqual([[], []])
  })
})

describe('methods.setDuress()', () => {
  it.each(alarming)('switches the alarm on and off over %s', async (family, seeded) => {
    const { harness, flow } = methodHarness(seeded, family)
    const listed = await settle(harness.clock, flow.ofMember(common.userId))
    for (const isOn of [true, false]) {
      await settle(harness.clock, flow.setDuress(listed[0] ?? {}, isOn))
      expect(harness.lock.opmodes.find(({ name }) => name === 'After school')?.hijack).toBe(isOn)
    }
  })

  it('succeeds if the method raises no alarm already, and fails if there is no such method', async () => {
    const { harness, flow } = methodHarness(frontDoor, 'mini-program')
    const card = { kind: 'card', number: 1, memberId: admin.userId }
    await settle(harness.clock, flow.setDuress(card, false))
    expect(
      await failureOf(harness.clock, flow.setDuress({ ...card, number: 9 }, false)),
    ).toMatchObject({ code: 2323 })
  })
})
