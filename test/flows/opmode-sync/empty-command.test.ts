import { of } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../../actions'
import { getSyncableOpmodeTypes } from '../../../actions/mini-program/door-lock/get-syncable-opmode-types'
import { createPanel } from '../../../src/core/panel/create-panel'
import { handle } from '../../../src/core/panel/handle'
import { opmodeSync } from '../../../src/flows/opmode-sync/opmode-sync'
import { pass, settle } from '../support/settle'
import { answering, atTheLock } from './at-the-lock'

const WINDOW_MS = 5_000
const card = { hardId: 4, type: 'card', memberId: 1, state: 'active' } as const
const cards = ['unlock_card']

/** The cloud answers the first with a command for cards, and then with an empty one. */
const emptyFrom = (call: number, distributed: boolean) => {
  const { dataPoints, sent } = answering([['000004020101', '0101']])
  const stage = atTheLock({ options: { dataPoints } })
  let calls = 0
  const panel = createPanel({
    actions: allActions,
    transport: stage.simulator.asTransport(),
    scheduler: stage.clock.scheduler,
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
  const { deviceId, options } = stage
  const flow = opmodeSync(panel, deviceId, { ...options, dataPoints })
  return { clock: stage.clock, flow, sent }
}

const untold = (methods: unknown) => ({ by: 'lock', distributed: false, methods })

describe.each([true, false])('an empty command, distributed: %s', (distributed) => {
  it('tells the lock nothing, and nothing is known', async () => {
    const { clock, flow, sent } = emptyFrom(1, distributed)
    expect(await settle(clock, flow.syncOpmodes(cards).done)).toEqual(untold(undefined))
    await pass(clock, WINDOW_MS)
    expect(await settle(clock, flow.syncOpmodes().done)).toEqual(untold(undefined))
    expect(sent).toEqual([])
  })

  it.each([[cards], [[]], [['unlock_key']]])(
    'gives back what a panel kept, for the codes %s',
    async (codes) => {
      const { clock, flow } = emptyFrom(1, distributed)
      const { done } = flow.syncOpmodes(codes, { known: [card] })
      expect(await settle(clock, done)).toEqual(untold([card]))
    },
  )

  it('returns the known methods of the codes; without codes the rest is unknown', async () => {
    const { clock, flow } = emptyFrom(2, distributed)
    expect(await settle(clock, flow.syncOpmodes(cards).done)).toMatchObject({ methods: [card] })
    await pass(clock, WINDOW_MS)
    expect(await settle(clock, flow.syncOpmodes(cards).done)).toEqual(untold([card]))
    await pass(clock, WINDOW_MS)
    const both = ['unlock_card', 'unlock_fingerprint']
    expect(await settle(clock, flow.syncOpmodes(both).done)).toEqual(untold(undefined))
    await pass(clock, WINDOW_MS)
    expect(await settle(clock, flow.syncOpmodes().done)).toEqual(untold(undefined))
  })
})
