import { describe, expect, it } from 'vitest'
import { isLockError } from '../../../src/core/errors/lock-error'
import { failureOf, settle } from '../support/settle'
import { RECEIVER, sharingStage } from './sharing-stage'

const CONFIRM = 'doorLock.confirmPermissionSharing'
const VERIFY = 'doorLock.verifyPermissionSharing'

const invited = async () => {
  const stage = sharingStage()
  const { id, ticket } = await stage.invite()
  stage.begin()
  const accept = (receiver = RECEIVER) => stage.flow.confirm({ id, ticket, receiver })
  const accepted = () =>
    stage.simulator.journal.filter(({ command }) => command === 'accept-share').length
  return { ...stage, accept, accepted, ticket }
}

const reasonOf = (error: unknown) => (isLockError(error) ? error.reason : error)

describe('accepting an invitation', () => {
  it('that is over has a name', async () => {
    const { clock, accept, accepted } = await invited()
    clock.advance(300_000)
    expect(reasonOf(await failureOf(clock, accept()))).toBe('not-open')
    expect(accepted()).toBe(0)
  })

  it('that was accepted before has the same', async () => {
    const { clock, accept, accepted } = await invited()
    await settle(clock, accept())
    expect(reasonOf(await failureOf(clock, accept('ay00000000000000else')))).toBe('not-open')
    expect(accepted()).toBe(1)
  })

  it.each(['drop-before', 'drop-after'] as const)(
    'whose answer is lost (%s) is never sent again, and says what shows it',
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

  it('waits as long as a cloud wants that has too much to do', async () => {
    const { clock, accept, accepted, simulator, steps } = await invited()
    simulator.faults.next(CONFIRM, 'throttle')
    simulator.faults.next(CONFIRM, { vendorCode: 1199 })
    await settle(clock, accept())
    expect(steps).toEqual([CONFIRM, VERIFY, CONFIRM, VERIFY, CONFIRM])
    expect(accepted()).toBe(1)
  })

  it('ends after three tries with what the cloud said', async () => {
    const { clock, accept, accepted, simulator, steps } = await invited()
    simulator.faults.always(CONFIRM, { vendorCode: 1110 })
    expect(await failureOf(clock, accept())).toMatchObject({ kind: 'vendor', code: 1110 })
    expect(steps.filter((step) => step === CONFIRM)).toHaveLength(3)
    expect(accepted()).toBe(0)
  })

  it('claims nothing where the look failed as well', async () => {
    const { clock, accept, simulator } = await invited()
    simulator.faults.always(VERIFY, { vendorCode: 1106 })
    simulator.faults.next(CONFIRM, { vendorCode: 1110 })
    expect(await failureOf(clock, accept())).toMatchObject({ kind: 'vendor', code: 1110 })
  })

  it('that the sharer cancelled meanwhile says so', async () => {
    const { clock, accept, simulator } = await invited()
    simulator.faults.next(CONFIRM, { vendorCode: 1110 })
    simulator.world.sharings.forEach((one) => {
      one.state = 'cancelled'
    })
    expect(reasonOf(await failureOf(clock, accept()))).toBe('not-open')
  })

  it('tapped twice is one acceptance', async () => {
    const { clock, accept, accepted, steps } = await invited()
    const [first, second] = [accept(), accept()]
    expect(await settle(clock, first)).toBe(await settle(clock, second))
    expect(steps).toEqual([CONFIRM])
    expect(accepted()).toBe(1)
  })

  it('that the cloud is too busy for is left to the user', async () => {
    const { clock, accept, simulator, steps } = await invited()
    simulator.faults.next(CONFIRM, { vendorCode: 1111 })
    expect(await failureOf(clock, accept())).toMatchObject({ kind: 'vendor', code: 1111 })
    expect(steps).toEqual([CONFIRM])
  })
})
