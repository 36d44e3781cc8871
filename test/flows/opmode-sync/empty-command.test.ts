import { of } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../../actions'
import { getSyncableOpmodeTypes } from '../../../actions/mini-program/door-lock/get-syncable-opmode-types'
import { createPanel } from '../../../src/core/panel/create-panel'
import { handle } from '../../../src/core/panel/handle'
import { opmodeSync } from '../../../src/flows/opmode-sync/opmode-sync'
import { pass, settle } from '../support/settle'
import { answering, syncHarness } from './sync-harness'

const WINDOW_MS = 5_000
const card = { hardId: 4, type: 'card', memberId: 1, state: 'active' } as const
const cards = ['unlock_card']

/** The cloud answers with a command for cards, and from this call on with an empty command. */
const emptyFrom = (call: number, distributed: boolean) => {
  const { dataPoints, sent } = answering([['000004020101', '0101']])
  const harness = syncHarness({ options: { dataPoints } })
  let calls = 0
  const panel = createPanel({
    actions: allActions,
    transport: harness.simulator.asTransport(),
    clock: harness.clock,
    handlers: [
      handle(getSyncableOpmodeTypes, () =>
        of(
          ++calls < call
            ? { dp_id: 54, distributed: true, ins: '02' }
            : { dp_id: 54, distributed, ins: '' },
        ),
      ),
    ],
  })
  const { deviceId, options } = harness
  const flow = opmodeSync(panel, deviceId, { ...options, dataPoints })
  return { clock: harness.clock, flow, sent }
}

const notDistributed = (methods: unknown) => ({ by: 'lock', distributed: false, methods })

describe.each([true, false])('an empty sync command, distributed: %s,', (distributed) => {
  it('is not sent to the lock, and no methods are known', async () => {
    const { clock, flow, sent } = emptyFrom(1, distributed)
    expect(await settle(clock, flow.syncOpmodes(cards).done)).toEqual(notDistributed(undefined))
    await pass(clock, WINDOW_MS)
    expect(await settle(clock, flow.syncOpmodes().done)).toEqual(notDistributed(undefined))
    expect(sent).toEqual([])
  })

  it.each([[cards], [[]], [['unlock_key']]])(
    'returns the methods that the caller stored, for the codes %s',
    async (codes) => {
      const { clock, flow } = emptyFrom(1, distributed)
      const { done } = flow.syncOpmodes(codes, { known: [card] })
      expect(await settle(clock, done)).toEqual(notDistributed([card]))
    },
  )

  it('returns the known methods of the codes; without codes the rest is unknown', async () => {
    const { clock, flow } = emptyFrom(2, distributed)
    expect(await settle(clock, flow.syncOpmodes(cards).done)).toMatchObject({ methods: [card] })
    await pass(clock, WINDOW_MS)
    expect(await settle(clock, flow.syncOpmodes(cards).done)).toEqual(notDistributed([card]))
    await pass(clock, WINDOW_MS)
    const both = ['unlock_card', 'unlock_fingerprint']
    expect(await settle(clock, flow.syncOpmodes(both).done)).toEqual(notDistributed(undefined))
    await pass(clock, WINDOW_MS)
    expect(await settle(clock, flow.syncOpmodes().done)).toEqual(notDistributed(undefined))
  })
})
