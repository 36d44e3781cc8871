import { describe, expect, it } from 'vitest'
import { members } from '../../../simulator/seed/members'
import { pass, settle } from '../support/settle'
import { answering, syncHarness } from './sync-harness'

const WINDOW_MS = 5_000
const finger = (hardId: number, more: object = {}) => ({
  hardId,
  type: 'fingerprint',
  memberId: 1,
  state: 'active',
  ...more,
})

describe('the changes of an opmode sync', () => {
  it('are the methods added and removed at the lock', async () => {
    const { flow, clock, lock } = syncHarness()
    await settle(clock, flow.syncOpmodes().done)
    await pass(clock, WINDOW_MS)
    const [thumb] = lock.opmodes.splice(0, 1)
    if (thumb === undefined) throw new Error('the seed has no method')
    lock.opmodes.push({ ...thumb, unlockSn: 9, userId: members.admin.userId })

    expect(await settle(clock, flow.syncOpmodes().done)).toMatchObject({
      isFirst: false,
      added: [finger(9, { memberId: 2 })],
      removed: [finger(1)],
      changed: [],
    })
    await pass(clock, WINDOW_MS)
    expect(await settle(clock, flow.syncOpmodes().done)).toMatchObject({ added: [], removed: [] })
  })

  it('are kept for each kind, also if other codes are synchronised in between', async () => {
    const { flow, clock, lock } = syncHarness()
    await settle(clock, flow.syncOpmodes(['unlock_fingerprint']).done)
    await pass(clock, WINDOW_MS)
    lock.opmodes.splice(0, 1)
    await settle(clock, flow.syncOpmodes(['unlock_card']).done)
    await pass(clock, WINDOW_MS)
    // Passwords are listed for the first time; the two other kinds were known.
    expect(await settle(clock, flow.syncOpmodes().done)).toMatchObject({
      isFirst: false,
      added: [],
      removed: [finger(1)],
    })
  })

  it('contain a method of the same number with another user or state', async () => {
    const { dataPoints } = answering([
      ['00000103010102030101', '0101'],
      ['00000103020102030100', '0101'],
    ])
    const { flow, clock } = syncHarness({ options: { dataPoints } })
    await settle(clock, flow.syncOpmodes(['unlock_fingerprint']).done)
    await pass(clock, WINDOW_MS)
    expect(await settle(clock, flow.syncOpmodes(['unlock_fingerprint']).done)).toMatchObject({
      added: [],
      removed: [],
      changed: [finger(1, { memberId: 2 }), finger(2, { state: 'frozen' })],
    })
  })

  it('are computed from a list that the caller stored', async () => {
    const before = syncHarness()
    const list = await settle(before.clock, before.flow.syncOpmodes(['unlock_fingerprint']).done)
    const known = JSON.parse(JSON.stringify('methods' in list ? list.methods : []))

    const { flow, clock, lock } = syncHarness()
    lock.opmodes.splice(0, 1)
    const attempt = flow.syncOpmodes(['unlock_fingerprint'], { known })
    expect(await settle(clock, attempt.done)).toMatchObject({
      isFirst: false,
      added: [],
      removed: [finger(1)],
    })
  })

  it('contain every method if the stored list is empty', async () => {
    const { flow, clock } = syncHarness()
    const { done } = flow.syncOpmodes(['unlock_fingerprint'], { known: [] })
    expect(await settle(clock, done)).toMatchObject({
      isFirst: false,
      added: [finger(1), finger(2), finger(3, { memberId: 2 })],
    })
  })

  it('are kept after a list that was incomplete', async () => {
    const { flow, clock, lock } = syncHarness()
    await settle(clock, flow.syncOpmodes().done)
    await pass(clock, WINDOW_MS)
    lock.opmodes.splice(0, 1)
    lock.asleepUntilMs = Number.POSITIVE_INFINITY
    await settle(
      clock,
      flow.syncOpmodes().done.catch(() => {}),
    )
    delete lock.asleepUntilMs
    await pass(clock, WINDOW_MS)
    expect(await settle(clock, flow.syncOpmodes().done)).toMatchObject({ removed: [finger(1)] })
  })
})

describe('an opmode sync without packets', () => {
  const noPackets = '0100'
  const onePacket = ['000001030101', '0101']
  const fingers = ['unlock_fingerprint']

  it('removes all methods if the lock has understood this command before', async () => {
    const { dataPoints } = answering([onePacket, [noPackets], [noPackets]])
    const { flow, clock } = syncHarness({ options: { dataPoints } })
    expect(await settle(clock, flow.syncOpmodes(fingers).done)).toMatchObject({
      isUnderstood: true,
    })
    await pass(clock, WINDOW_MS)
    expect(await settle(clock, flow.syncOpmodes(fingers).done)).toMatchObject({
      packets: 0,
      isUnderstood: true,
      methods: [],
      removed: [finger(1)],
    })
    await pass(clock, WINDOW_MS)
    expect(await settle(clock, flow.syncOpmodes(fingers).done)).toMatchObject({ removed: [] })
  })

  it('removes no method and keeps the known ones if the lock may not have understood the command', async () => {
    const { dataPoints } = answering([onePacket, [noPackets], ['0000', '0101']])
    const { flow, clock } = syncHarness({ options: { dataPoints } })
    await settle(clock, flow.syncOpmodes(fingers).done)
    await pass(clock, WINDOW_MS)
    // Another command, with a kind that this lock may not know.
    const both = ['unlock_fingerprint', 'unlock_card']
    expect(await settle(clock, flow.syncOpmodes(both).done)).toMatchObject({
      packets: 0,
      isUnderstood: false,
      isFirst: false,
      methods: [],
      added: [],
      removed: [],
    })
    expect(await settle(clock, flow.syncOpmodes(fingers).done)).toMatchObject({
      distributed: false,
      methods: [finger(1)],
    })
    await pass(clock, WINDOW_MS)
    expect(await settle(clock, flow.syncOpmodes(fingers).done)).toMatchObject({
      removed: [finger(1)],
    })
  })

  it('does not change a list that the caller stored, and is not stored', async () => {
    const { dataPoints } = answering([[noPackets], onePacket])
    const { flow, clock } = syncHarness({ options: { dataPoints } })
    const known = [{ hardId: 1, type: 'fingerprint', memberId: 1, state: 'active' }] as const
    const list = await settle(clock, flow.syncOpmodes(fingers, { known }).done)
    expect(list).toMatchObject({ isUnderstood: false, removed: [] })
    await pass(clock, WINDOW_MS)
    expect(await settle(clock, flow.syncOpmodes(fingers).done)).toMatchObject({
      isFirst: true,
      added: [],
    })
  })
})
