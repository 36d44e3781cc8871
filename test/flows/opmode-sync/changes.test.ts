import { describe, expect, it } from 'vitest'
import { members } from '../../../simulator/seed/members'
import { pass, settle } from '../support/settle'
import { answering, atTheLock } from './at-the-lock'

const WINDOW_MS = 5_000
const finger = (hardId: number, more: object = {}) => ({
  hardId,
  type: 'fingerprint',
  memberId: 1,
  state: 'active',
  ...more,
})

describe('what differs from last time', () => {
  it('is what was added and removed at the lock', async () => {
    const { flow, clock, lock } = atTheLock()
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

  it('is kept for each kind: other codes in between lose nothing', async () => {
    const { flow, clock, lock } = atTheLock()
    await settle(clock, flow.syncOpmodes(['unlock_fingerprint']).done)
    await pass(clock, WINDOW_MS)
    lock.opmodes.splice(0, 1)
    await settle(clock, flow.syncOpmodes(['unlock_card']).done)
    await pass(clock, WINDOW_MS)
    // Passwords are seen for the first time; the two other kinds were known.
    expect(await settle(clock, flow.syncOpmodes().done)).toMatchObject({
      isFirst: false,
      added: [],
      removed: [finger(1)],
    })
  })

  it('is a method of the same number with another user or state', async () => {
    const { dataPoints } = answering([
      ['00000103010102030101', '0101'],
      ['00000103020102030100', '0101'],
    ])
    const { flow, clock } = atTheLock({ options: { dataPoints } })
    await settle(clock, flow.syncOpmodes(['unlock_fingerprint']).done)
    await pass(clock, WINDOW_MS)
    expect(await settle(clock, flow.syncOpmodes(['unlock_fingerprint']).done)).toMatchObject({
      added: [],
      removed: [],
      changed: [finger(1, { memberId: 2 }), finger(2, { state: 'frozen' })],
    })
  })

  it('may be told from a list that a panel kept', async () => {
    const before = atTheLock()
    const list = await settle(before.clock, before.flow.syncOpmodes(['unlock_fingerprint']).done)
    const known = JSON.parse(JSON.stringify('methods' in list ? list.methods : []))

    const { flow, clock, lock } = atTheLock()
    lock.opmodes.splice(0, 1)
    const attempt = flow.syncOpmodes(['unlock_fingerprint'], { known })
    expect(await settle(clock, attempt.done)).toMatchObject({
      isFirst: false,
      added: [],
      removed: [finger(1)],
    })
  })

  it('is everything where the kept list is empty', async () => {
    const { flow, clock } = atTheLock()
    const { done } = flow.syncOpmodes(['unlock_fingerprint'], { known: [] })
    expect(await settle(clock, done)).toMatchObject({
      isFirst: false,
      added: [finger(1), finger(2), finger(3, { memberId: 2 })],
    })
  })

  it('is not lost with a list that was not whole', async () => {
    const { flow, clock, lock } = atTheLock()
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

describe('no packets at all', () => {
  const nothing = '0100'
  const onePacket = ['000001030101', '0101']
  const fingers = ['unlock_fingerprint']

  it('mean that everything is gone, where the lock has understood this command before', async () => {
    const { dataPoints } = answering([onePacket, [nothing], [nothing]])
    const { flow, clock } = atTheLock({ options: { dataPoints } })
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

  it('remove nothing where it may not have understood: what was known stays', async () => {
    const { dataPoints } = answering([onePacket, [nothing], ['0000', '0101']])
    const { flow, clock } = atTheLock({ options: { dataPoints } })
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

  it('do not change a list that the caller stored, and are not stored', async () => {
    const { dataPoints } = answering([[nothing], onePacket])
    const { flow, clock } = atTheLock({ options: { dataPoints } })
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
