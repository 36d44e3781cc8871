import { describe, expect, it } from 'vitest'
import { isLockError } from '../../../src/core/errors/lock-error'
import { failureOf, pass, settle } from '../support/settle'
import { ASK, answering, atTheLock, fillWith, statesOf } from './at-the-lock'

/** Packets of at most twenty: how many methods each brings. */
const packetsOf = (count: number) =>
  Array.from({ length: Math.ceil(count / 20) }, (_, index) => Math.min(20, count - 20 * index))

describe('the list of a lock', () => {
  it('comes with all kinds, users and states, for one command', async () => {
    const { flow, clock, orders, steps, left } = atTheLock()
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
    expect(steps).toEqual([ASK, 'send synch_method'])
    expect(orders()).toEqual(['sync-allowed'])
    await pass(clock, 5_000)
    expect(left()).toBe(0)
  })

  it.each([0, 20, 21, 45])(
    'of %i methods comes in packets, each told as it comes',
    async (count) => {
      const { flow, clock, lock } = atTheLock()
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
    },
  )

  it('is that of the codes that were asked for', async () => {
    const { flow, clock } = atTheLock()
    const list = await settle(clock, flow.syncOpmodes(['unlock_card', 'unlock_password']).done)
    expect('methods' in list && list.methods?.map(({ type }) => type)).toEqual([
      'password',
      'card',
      'password',
      'card',
    ])
  })

  it('comes too where the cloud answers as its sample shows', async () => {
    const { flow, clock } = atTheLock({ shape: 'sampled' })
    expect(await settle(clock, flow.syncOpmodes().done)).toMatchObject({ packets: 1 })
  })
})

describe('packets', () => {
  const first = '0000 01030101 02030100'.replace(/ /g, '')
  const second = '0001 03030201'.replace(/ /g, '')
  const listOf = async (...packets: readonly string[]) => {
    const { dataPoints } = answering([packets])
    const { flow, clock } = atTheLock({ options: { dataPoints } })
    return settle(clock, flow.syncOpmodes(['unlock_fingerprint']).done)
  }
  const whole = {
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
    ['after the end', ['0102', second, first]],
    ['twice', [first, first, second, second, '0102']],
    ['among others that nobody can read', ['zz', first, '09', second, '0102']],
    ['behind those of an older command for cards', ['000009020101', '0101', first, second, '0102']],
  ])('may come %s', async (_, packets) => {
    expect(await listOf(...packets)).toMatchObject(whole)
  })

  it('that are missing have an error of their own', async () => {
    const { dataPoints } = answering([[first, '0103']])
    const { flow, clock, left } = atTheLock({ options: { dataPoints } })
    const error = await failureOf(clock, flow.syncOpmodes(['unlock_fingerprint']).done)
    expect(isLockError(error)).toBe(true)
    expect(error).toMatchObject({ reason: 'packets-missing', action: 'syncOpmodes' })
    expect(String(error)).toContain('sent 3 packets, but 1 arrived')
    expect(left()).toBe(0)
  })

  it('are none for a lock that holds nothing, or does not understand', async () => {
    expect(await listOf('0100')).toMatchObject({ distributed: true, packets: 0, methods: [] })
  })
})
