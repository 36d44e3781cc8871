import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { isLockError } from '../../../src/core/errors/lock-error'
import type { InvitationInput } from '../../../src/flows/sharing/create'
import { sharing } from '../../../src/flows/sharing/sharing'
import { START_MS } from '../support/flow-harness'
import { failureOf, settle } from '../support/settle'
import { RECEIVER, sharingStage, wanted } from './sharing-stage'

const { gardenGate, garage } = seed.locks
const DAY_MS = 86_400_000

describe.each(['documented', 'sampled'] as const)('an invitation, %s answers', (shape) => {
  it.each([seed.locks.frontDoor, gardenGate])(
    'reaches somebody who accepts it, at $name',
    async (lock) => {
      const { flow, clock, invite, simulator, timers } = sharingStage({ shape, lock })
      const invitation = await invite()
      expect(invitation).toMatchObject({
        id: expect.stringMatching(/^\d+$/),
        ticket: expect.stringMatching(/^[\da-f]{32}$/),
        expiresAtMs: START_MS + 300_000,
      })
      clock.advance(100_000)
      expect(await settle(clock, flow.verify(invitation))).toMatchObject({
        state: 'open',
        id: invitation.id,
        expiresAtMs: START_MS + 300_000,
      })
      const { id, ticket } = invitation
      const permission = await settle(clock, flow.confirm({ id, ticket, receiver: RECEIVER }))
      expect(permission).toEqual({
        id: shape === 'sampled' ? undefined : id,
        kind: 'ble',
        times: 'unlimited',
        name: 'Jane',
        fromMs: undefined,
        toMs: undefined,
        weekly: undefined,
        state: 'valid',
        isOnNow: true,
      })
      expect(simulator.journal.map(({ command }) => command)).toEqual(['share', 'accept-share'])
      expect(simulator.world.members.some(({ uid }) => uid === RECEIVER)).toBe(true)
      expect(timers.now).toBe(0)
    },
  )

  it('carries its limits there and back', async () => {
    const { flow, clock } = sharingStage({ shape })
    const limits = {
      kind: 'fingerprint',
      times: 3,
      name: 'Cleaner',
      fromMs: START_MS + DAY_MS,
      toMs: START_MS + 9 * DAY_MS,
      weekly: { days: [1, 2, 5], fromMinute: 450, toMinute: 510 },
    } as const
    const { id, ticket } = await settle(clock, flow.create({ ...limits, sharer: wanted.sharer }))
    const permission = await settle(clock, flow.confirm({ id, ticket, receiver: RECEIVER }))
    expect(permission).toMatchObject({ ...limits, state: 'later', isOnNow: false })
  })

  it('is told apart once it is expired, accepted or cancelled', async () => {
    const { flow, clock, invite } = sharingStage({ shape })
    const [expired, accepted, cancelled] = [await invite(), await invite(), await invite()]
    await settle(clock, flow.confirm({ ...accepted, receiver: RECEIVER }))
    await settle(clock, flow.cancel(cancelled))
    clock.advance(300_000)
    const states = [expired, accepted, cancelled, { ticket: 'never there' }].map(
      async (one) => (await settle(clock, flow.verify(one))).state,
    )
    expect(await Promise.all(states)).toEqual(['expired', 'not-open', 'not-open', 'not-open'])
  })
})

describe('inviting', () => {
  it('sends days as bits and minutes of the day', async () => {
    const { flow, clock, simulator } = sharingStage()
    const weekly = { days: [1, 2, 5], fromMinute: 450, toMinute: 510 } as const
    await settle(clock, flow.create({ ...wanted, times: 5, weekly }))
    expect(simulator.requests.at(-1)?.params).toMatchObject({
      app_schema: 'cloud',
      permission_detail: {
        biz_type: 'unlock_ble',
        available_times: 5,
        name: 'Jane',
        schedule_start_time: 450,
        schedule_end_time: 510,
        working_day: 38,
      },
    })
  })

  it('one person alone leaves out everybody else', async () => {
    const { flow, clock } = sharingStage()
    const { id, ticket } = await settle(clock, flow.create({ ...wanted, receiver: RECEIVER }))
    const stranger = flow.confirm({ id, ticket, receiver: 'ay00000000000000else' })
    expect(await failureOf(clock, stranger)).toMatchObject({ kind: 'vendor', code: 1106 })
    const { state } = await settle(clock, flow.confirm({ id, ticket, receiver: RECEIVER }))
    expect(state).toBe('valid')
  })

  const weekly = { days: [1], fromMinute: 450, toMinute: 510 }
  it.each<readonly [string, object, readonly string[]]>([
    ['no such kind', { kind: 'card' }, ['kind']],
    ['no times', { times: undefined }, ['times']],
    ['no time at all', { times: 0 }, ['times']],
    ['half a time', { times: 1.5 }, ['times']],
    ['a start that is no time', { fromMs: 'now' }, ['fromMs']],
    ['an end that is over', { toMs: START_MS }, ['toMs']],
    ['an end before its start', { fromMs: START_MS + 2, toMs: START_MS + 1 }, ['toMs']],
    ['no day', { weekly: { ...weekly, days: [] } }, ['weekly.days']],
    ['an eighth day', { weekly: { ...weekly, days: [7] } }, ['weekly.days']],
    [
      'an end of the day before its start',
      { weekly: { ...weekly, toMinute: 450 } },
      ['weekly.toMinute'],
    ],
    [
      'more minutes than a day has',
      { weekly: { ...weekly, toMinute: 1_441 } },
      ['weekly.toMinute'],
    ],
    ['no hours', { weekly: { days: [1] } }, ['weekly.fromMinute', 'weekly.toMinute']],
  ])('with %s leaves nothing', async (_, wrong, paths) => {
    const { flow, clock, steps } = sharingStage()
    const error = await failureOf(clock, flow.create({ ...wanted, ...wrong } as InvitationInput))
    expect(error).toMatchObject({
      kind: 'params',
      action: 'sharing.create',
      issues: paths.map((path) => ({ path })),
    })
    expect(steps).toEqual([])
  })

  it('is not repeated where the answer is lost: the ticket is lost with it', async () => {
    const { flow, clock, simulator, steps, events } = sharingStage()
    simulator.faults.next('doorLock.createPermissionSharing', 'drop-after')
    const error = await failureOf(clock, flow.create(wanted))
    expect(error).toMatchObject({ kind: 'outcome-unknown' })
    expect(steps).toHaveLength(1)
    expect(simulator.world.sharings).toHaveLength(1)
    const { ticket = '' } = simulator.world.sharings[0] ?? {}
    expect(`${String(error)} ${JSON.stringify(events)}`).not.toContain(ticket)
  })

  it.each<readonly [string, Parameters<typeof sharingStage>[0]]>([
    ['a Zigbee lock', { lock: garage }],
    ['a panel that speaks no mini-program', { families: ['panel', 'open-api'] }],
  ])('is not there on %s', async (_, options) => {
    const { flow, clock, steps } = sharingStage(options)
    expect(await failureOf(clock, flow.create(wanted))).toMatchObject({ kind: 'unsupported' })
    expect(steps).toEqual([])
  })
})

const reasonOf = (error: unknown) => (isLockError(error) ? error.reason : error)

describe('cancelling', () => {
  it('has a name for a plain no', async () => {
    const { panel, deviceId, options, clock } = sharingStage()
    const flow = sharing({ ...panel, apiRequest: async () => false }, deviceId, options)
    const error = await failureOf(clock, flow.cancel({ id: '1', ticket: 'ticket' }))
    expect(reasonOf(error)).toBe('not-cancelled')
  })

  it('ends an invitation, also where the first answer is lost', async () => {
    const { flow, clock, invite, simulator } = sharingStage()
    const invitation = await invite()
    simulator.faults.next('doorLock.cancelPermissionSharing', 'drop-after')
    await settle(clock, flow.cancel(invitation))
    expect(simulator.world.sharings[0]?.state).toBe('cancelled')
    expect(reasonOf(await failureOf(clock, flow.cancel(invitation)))).toBe('not-open')
  })

  it('is too late after an acceptance', async () => {
    const { flow, clock, invite } = sharingStage()
    const invitation = await invite()
    await settle(clock, flow.confirm({ ...invitation, receiver: RECEIVER }))
    expect(reasonOf(await failureOf(clock, flow.cancel(invitation)))).toBe('not-open')
  })
})
