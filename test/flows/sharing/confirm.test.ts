import { describe, expect, it } from 'vitest'
import { isLockError } from '../../../src/core/errors/lock-error'
import { failureOf, settle } from '../support/settle'
import { RECEIVER, sharingHarness } from './sharing-harness'

const CONFIRM = 'doorLock.confirmPermissionSharing'
const VERIFY = 'doorLock.verifyPermissionSharing'

const invited = async () => {
  const harness = sharingHarness()
  const { id, ticket } = await harness.invite()
  harness.begin()
  const accept = (receiver = RECEIVER) => harness.flow.confirm({ id, ticket, receiver })
  const accepted = () =>
    harness.simulator.journal.filter(({ command }) => command === 'accept-share').length
  return { ...harness, accept, accepted, ticket }
}

const reasonOf = (error: unknown) => (isLockError(error) ? error.reason : error)

describe('sharing.confirm', () => {
  it('fails with not-open if the invitation has expired', async () => {
    const { clock, accept, accepted } = await invited()
    clock.advance(300_000)
    expect(reasonOf(await failureOf(clock, accept()))).toBe('not-open')
    expect(accepted()).toBe(0)
  })

  it('fails with not-open if the invitation was accepted before', async () => {
    const { clock, accept, accepted } = await invited()
    await settle(clock, accept())
    expect(reasonOf(await failureOf(clock, accept('ay00000000000000else')))).toBe('not-open')
    expect(accepted()).toBe(1)
  })

  it.each(['drop-before', 'drop-after'] as const)(
    'does not resend after a lost answer (%s), and names the operation to check',
    async (fault) => {
      const { clock, accept, accepted, simulator, steps, timers, ticket, events } = await invited()
      simulator.faults.next(CONFIRM, fault)
      const error = await failureOf(clock, accept())
      expect(error).toMatchObject({ kind: 'outcome-unknown', check: VERIFY })
      expect(steps).toEqual([CONFIRM])
      expect(accepted()).toBe(fault === 'drop-after' ? 1 : 0)
      expect(timers.now).toBe(0)
      expect(`${String(error)} ${JSON.stringify(events)}`).not.toContain(ticket)
    },
  )

  it('waits and resends if the cloud rejects too many requests', async () => {
    const { clock, accept, accepted, simulator, steps } = await invited()
    simulator.faults.next(CONFIRM, 'throttle')
    simulator.faults.next(CONFIRM, { vendorCode: 1199 })
    await settle(clock, accept())
    expect(steps).toEqual([CONFIRM, VERIFY, CONFIRM, VERIFY, CONFIRM])
    expect(accepted()).toBe(1)
  })

  it('fails with the error of the cloud after three requests', async () => {
    const { clock, accept, accepted, simulator, steps } = await invited()
    simulator.faults.always(CONFIRM, { vendorCode: 1110 })
    expect(await failureOf(clock, accept())).toMatchObject({ kind: 'vendor', code: 1110 })
    expect(steps.filter((step) => step === CONFIRM)).toHaveLength(3)
    expect(accepted()).toBe(0)
  })

  it('fails with the first error if the state cannot be read', async () => {
    const { clock, accept, simulator } = await invited()
    simulator.faults.always(VERIFY, { vendorCode: 1106 })
    simulator.faults.next(CONFIRM, { vendorCode: 1110 })
    expect(await failureOf(clock, accept())).toMatchObject({ kind: 'vendor', code: 1110 })
  })

  it('fails with not-open if the sharer cancelled meanwhile', async () => {
    const { clock, accept, simulator } = await invited()
    simulator.faults.next(CONFIRM, { vendorCode: 1110 })
    simulator.world.sharings.forEach((invitation) => {
      invitation.state = 'cancelled'
    })
    expect(reasonOf(await failureOf(clock, accept()))).toBe('not-open')
  })

  it('accepts once after a double tap', async () => {
    const { clock, accept, accepted, steps } = await invited()
    const [first, second] = [accept(), accept()]
    expect(await settle(clock, first)).toBe(await settle(clock, second))
    expect(steps).toEqual([CONFIRM])
    expect(accepted()).toBe(1)
  })

  it('does not resend if the command may have executed on a busy cloud', async () => {
    const { clock, accept, simulator, steps } = await invited()
    simulator.faults.next(CONFIRM, { vendorCode: 1111 })
    expect(await failureOf(clock, accept())).toMatchObject({ kind: 'vendor', code: 1111 })
    expect(steps).toEqual([CONFIRM])
  })
})
