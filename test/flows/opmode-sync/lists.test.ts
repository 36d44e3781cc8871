import { describe, expect, it } from 'vitest'
import { isLockError } from '../../../src/core/errors/lock-error'
import { failureOf, pass, settle } from '../support/settle'
import { answering, fillWith, PERMISSION, statesOf, syncHarness } from './sync-harness'

/** The number of methods in each packet, at most twenty. */
const packetsOf = (count: number) =>
  Array.from({ length: Math.ceil(count / 20) }, (_, index) => Math.min(20, count - 20 * index))

describe('the list of an opmode sync', () => {
  it('contains all kinds, users and states after one command', async () => {
    const { flow, clock, commands, steps, openCount } = syncHarness()
    const list = await settle(clock, flow.syncOpmodes().done)
    expect(list).toMatchObject({ by: 'lock', distributed: true, packets: 1, isFirst: true })
    expect(list).toMatchObject({ added: [], removed: [], changed: [] })
    expect('methods' in list && list.methods).toHaveLength(7)
    expect('methods' in list && list.methods?.[0]).toEqual({
      hardId: 1,
      type: 'fingerprint',
      memberId: 1,
      state: 'active',
    })
    expect(steps).toEqual([PERMISSION, 'send synch_method'])
    expect(commands()).toEqual(['sync-allowed'])
    await pass(clock, 5_000)
    expect(openCount()).toBe(0)
  })

  it.each([0, 20, 21, 45])('of %i methods is reported after each packet', async (count) => {
    const { flow, clock, lock } = syncHarness()
    fillWith(lock, count)
    const attempt = flow.syncOpmodes(['unlock_fingerprint'])
    const states = statesOf(attempt)
    const list = await settle(clock, attempt.done)
    const packets = packetsOf(count)
    expect(list).toMatchObject({ packets: packets.length })
    const numbers = 'methods' in list && list.methods?.map(({ hardId }) => hardId)
    expect(numbers).toEqual(Array.from({ length: count }, (_, index) => index + 1))

    expect(
      states.map((state) =>
        state.step === 'receiving' ? [state.packets, state.methods.length] : state.step,
      ),
    ).toEqual([
      'requesting',
      [0, 0],
      ...packets.map((_, index) => [index + 1, Math.min(count, 20 * (index + 1))]),
      [packets.length, count],
      'done',
    ])
  })

  it('contains only the requested codes', async () => {
    const { flow, clock } = syncHarness()
    const list = await settle(clock, flow.syncOpmodes(['unlock_card', 'unlock_password']).done)
    expect('methods' in list && list.methods?.map(({ type }) => type)).toEqual([
      'password',
      'card',
      'password',
      'card',
    ])
  })

  it('is also received if the cloud answers in the sampled shape', async () => {
    const { flow, clock } = syncHarness({ shape: 'sampled' })
    expect(await settle(clock, flow.syncOpmodes().done)).toMatchObject({ packets: 1 })
  })
})

describe('the packets of an opmode sync', () => {
  const first = '0000 01030101 02030100'.replace(/ /g, '')
  const second = '0001 03030201'.replace(/ /g, '')
  const listOf = async (...packets: readonly string[]) => {
    const { dataPoints } = answering([packets])
    const { flow, clock } = syncHarness({ options: { dataPoints } })
    return settle(clock, flow.syncOpmodes(['unlock_fingerprint']).done)
  }
  const complete = {
    packets: 2,
    methods: [
      { hardId: 1, type: 'fingerprint', memberId: 1, state: 'active' },
      { hardId: 2, type: 'fingerprint', memberId: 1, state: 'frozen' },
      { hardId: 3, type: 'fingerprint', memberId: 2, state: 'active' },
    ],
  }

  it.each([
    ['in order', [first, second, '0102']],
    ['in another order', [second, first, '0102']],
    ['after the end packet', ['0102', second, first]],
    ['twice', [first, first, second, second, '0102']],
    ['among unreadable packets', ['zz', first, '09', second, '0102']],
    ['after those of an older command for cards', ['000009020101', '0101', first, second, '0102']],
  ])('may arrive %s', async (_, packets) => {
    expect(await listOf(...packets)).toMatchObject(complete)
  })

  it('fail with packets-missing if some are lost', async () => {
    const { dataPoints } = answering([[first, '0103']])
    const { flow, clock, openCount } = syncHarness({ options: { dataPoints } })
    const error = await failureOf(clock, flow.syncOpmodes(['unlock_fingerprint']).done)
    expect(isLockError(error)).toBe(true)
    expect(error).toMatchObject({ reason: 'packets-missing', action: 'syncOpmodes' })
    expect(String(error)).toContain('sent 3 packets, but 1 arrived')
    expect(openCount()).toBe(0)
  })

  it('are absent if the lock has no method or does not understand the command', async () => {
    expect(await listOf('0100')).toMatchObject({ distributed: true, packets: 0, methods: [] })
  })
})
