import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { isLockError } from '../../../src/core/errors/lock-error'
import type { InvitationInput } from '../../../src/flows/sharing/create'
import { sharing } from '../../../src/flows/sharing/sharing'
import { START_MS } from '../support/flow-harness'
import { failureOf, settle } from '../support/settle'
import { input, RECEIVER, sharingHarness } from './sharing-harness'

const { gardenGate, garage } = seed.locks
const DAY_MS = 86_400_000

describe.each(['documented', 'sampled'] as const)('an invitation with %s answers', (shape) => {
  it.each([seed.locks.frontDoor, gardenGate])(
    'can be accepted for the lock $name',
    async (lock) => {
      const { flow, clock, invite, simulator, timers } = sharingHarness({ shape, lock })
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

  it('returns its limits unchanged', async () => {
    const { flow, clock } = sharingHarness({ shape })
    const limits = {
      kind: 'fingerprint',
      times: 3,
      name: 'Cleaner',
      fromMs: START_MS + DAY_MS,
      toMs: START_MS + 9 * DAY_MS,
      weekly: [{ days: [1, 2, 5], fromMinute: 450, toMinute: 510 }],
    } as const
    const { id, ticket } = await settle(clock, flow.create({ ...limits, sharer: input.sharer }))
    const permission = await settle(clock, flow.confirm({ id, ticket, receiver: RECEIVER }))
    expect(permission).toMatchObject({ ...limits, state: 'later', isOnNow: false })
  })

  it('has the state expired after its time, and not-open once accepted or cancelled', async () => {
    const { flow, clock, invite } = sharingHarness({ shape })
    const [expired, accepted, cancelled] = [await invite(), await invite(), await invite()]
    await settle(clock, flow.confirm({ ...accepted, receiver: RECEIVER }))
    await settle(clock, flow.cancel(cancelled))
    clock.advance(300_000)
    const states = [expired, accepted, cancelled, { ticket: 'unknown' }].map(
      async (invitation) => (await settle(clock, flow.verify(invitation))).state,
    )
    expect(await Promise.all(states)).toEqual(['expired', 'not-open', 'not-open', 'not-open'])
  })
})

describe('sharing.create', () => {
  it('sends days as bits and minutes of the day', async () => {
    const { flow, clock, simulator } = sharingHarness()
    const weekly = { days: [1, 2, 5], fromMinute: 450, toMinute: 510 } as const
    await settle(clock, flow.create({ ...input, times: 5, weekly }))
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

  it('restricts an invitation to its receiver', async () => {
    const { flow, clock } = sharingHarness()
    const { id, ticket } = await settle(clock, flow.create({ ...input, receiver: RECEIVER }))
    const byAnotherPerson = flow.confirm({ id, ticket, receiver: 'ay00000000000000else' })
    expect(await failureOf(clock, byAnotherPerson)).toMatchObject({ kind: 'vendor', code: 1106 })
    const { state } = await settle(clock, flow.confirm({ id, ticket, receiver: RECEIVER }))
    expect(state).toBe('valid')
  })

  const weekly = { days: [1], fromMinute: 450, toMinute: 510 }
  it.each<readonly [string, object, readonly string[]]>([
    ['an unknown kind', { kind: 'card' }, ['kind']],
    ['missing times', { times: undefined }, ['times']],
    ['zero times', { times: 0 }, ['times']],
    ['times that are not whole', { times: 1.5 }, ['times']],
    ['a start that is not a time', { fromMs: 'now' }, ['fromMs']],
    ['a start in seconds', { fromMs: START_MS / 1000 }, ['fromMs']],
    ['an end in seconds', { toMs: START_MS / 1000 + 3_600 }, ['toMs']],
    ['an end before its start', { fromMs: START_MS + 2, toMs: START_MS + 1 }, ['toMs']],
    ['weekly hours without days', { weekly: { ...weekly, days: [] } }, ['weekly.days']],
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
    [
      'weekly hours without minutes',
      { weekly: { days: [1] } },
      ['weekly.fromMinute', 'weekly.toMinute'],
    ],
  ])('rejects %s, and sends no request', async (_, invalid, paths) => {
    const { flow, clock, steps } = sharingHarness()
    const error = await failureOf(clock, flow.create({ ...input, ...invalid } as InvitationInput))
    expect(error).toMatchObject({
      kind: 'params',
      action: 'sharing.create',
      issues: paths.map((path) => ({ path })),
    })
    expect(steps).toEqual([])
  })

  it('rejects an end in the past, after it has read the time of the cloud', async () => {
    const { flow, clock, steps } = sharingHarness()
    const error = await failureOf(clock, flow.create({ ...input, toMs: START_MS }))
    expect(error).toMatchObject({ kind: 'params', issues: [{ path: 'toMs' }] })
    expect(steps).toEqual(['timer.currentTime'])
  })

  it('does not resend after a lost answer', async () => {
    const { flow, clock, simulator, steps, events } = sharingHarness()
    simulator.faults.next('doorLock.createPermissionSharing', 'drop-after')
    const error = await failureOf(clock, flow.create(input))
    expect(error).toMatchObject({ kind: 'outcome-unknown' })
    expect(steps).toHaveLength(1)
    expect(simulator.world.sharings).toHaveLength(1)
    const { ticket = '' } = simulator.world.sharings[0] ?? {}
    expect(`${String(error)} ${JSON.stringify(events)}`).not.toContain(ticket)
  })

  it.each<readonly [string, Parameters<typeof sharingHarness>[0]]>([
    ['a Zigbee lock', { lock: garage }],
    ['a panel without mini-program transport', { families: ['panel', 'open-api'] }],
  ])('is not supported on %s', async (_, options) => {
    const { flow, clock, steps } = sharingHarness(options)
    expect(await failureOf(clock, flow.create(input))).toMatchObject({ kind: 'unsupported' })
    expect(steps).toEqual([])
  })
})

const reasonOf = (error: unknown) => (isLockError(error) ? error.reason : error)

describe('sharing.cancel', () => {
  it('fails with not-cancelled if the cloud answers false', async () => {
    const { panel, deviceId, options, clock } = sharingHarness()
    const flow = sharing({ ...panel, apiRequest: async () => false }, deviceId, options)
    const error = await failureOf(clock, flow.cancel({ id: '1', ticket: 'ticket' }))
    expect(reasonOf(error)).toBe('not-cancelled')
  })

  it('cancels an invitation, also if the first answer is lost', async () => {
    const { flow, clock, invite, simulator } = sharingHarness()
    const invitation = await invite()
    simulator.faults.next('doorLock.cancelPermissionSharing', 'drop-after')
    await settle(clock, flow.cancel(invitation))
    expect(simulator.world.sharings[0]?.state).toBe('cancelled')
    expect(reasonOf(await failureOf(clock, flow.cancel(invitation)))).toBe('not-open')
  })

  it('fails with not-open after an acceptance', async () => {
    const { flow, clock, invite } = sharingHarness()
    const invitation = await invite()
    await settle(clock, flow.confirm({ ...invitation, receiver: RECEIVER }))
    expect(reasonOf(await failureOf(clock, flow.cancel(invitation)))).toBe('not-open')
  })
})
