import { firstValueFrom } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { seed } from '../../simulator'
import { passwordExamples } from '../support/examples/passwords'
import { servedPanel } from '../support/served-panel'
import type { Stage } from './scenarios'

const device_id = seed.locks.frontDoor.id
const openParams = async ({ panel }: Stage) => {
  const { ticket_id } = await panel.apiRequest('doorLock.passwordTicket', { device_id })
  return { device_id, ticket_id }
}
const orders = ({ simulator }: Stage, kind: string) =>
  simulator.journal.filter(({ command }) => command === kind)

/** The door moves once, the password is made once, whatever happens to the answer. */
describe('a command over HTTP', () => {
  it.each(['drop-after', 'garbage', 'truncate', 'empty', { status: 502 }] as const)(
    'is carried out at most once when its answer is spoilt by %o',
    async (fault) => {
      const stage = await servedPanel()
      const given = await openParams(stage)
      stage.simulator.faults.next('doorLock.passwordFreeOpen', fault)
      await expect(
        stage.panel.apiRequest('doorLock.passwordFreeOpen', given),
      ).rejects.toMatchObject({ kind: 'outcome-unknown', check: 'device.status' })
      const arrived = stage.simulator.requests.filter(
        ({ action }) => action === 'doorLock.passwordFreeOpen',
      )
      expect(arrived).toHaveLength(1)
      expect(orders(stage, 'unlock').length).toBeLessThanOrEqual(1)
    },
  )

  it('executes once when its answer is dropped', async () => {
    const stage = await servedPanel()
    const given = await openParams(stage)
    stage.simulator.faults.next('doorLock.passwordFreeOpen', 'drop-after')
    await expect(stage.panel.apiRequest('doorLock.passwordFreeOpen', given)).rejects.toMatchObject({
      kind: 'outcome-unknown',
    })
    expect(orders(stage, 'unlock')).toHaveLength(1)
  })

  it('executes once under two subscriptions', async () => {
    const stage = await servedPanel()
    const open$ = stage.panel.request$('doorLock.passwordFreeOpen', await openParams(stage))
    expect(await Promise.all([firstValueFrom(open$), firstValueFrom(open$)])).toEqual([true, true])
    expect(orders(stage, 'unlock')).toHaveLength(1)
  })

  it('executes once under two runs of a taskEither', async () => {
    const stage = await servedPanel()
    const create = stage.panel.taskEither(
      'doorLock.createTemporaryPassword',
      passwordExamples['doorLock.createTemporaryPassword'](stage.simulator),
    )
    expect(await create()).toEqual(await create())
    expect(orders(stage, 'create-password')).toHaveLength(1)
  })

  it('executes once when it is cancelled after it arrived, and reports that it may execute', async () => {
    const stage = await servedPanel()
    const given = await openParams(stage)
    const controller = new AbortController()
    stage.simulator.faults.next('doorLock.passwordFreeOpen', 'slow')
    const order = stage.panel.apiRequest('doorLock.passwordFreeOpen', given, {
      signal: controller.signal,
    })
    const outcome = expect(order).rejects.toMatchObject({ kind: 'cancelled', delivery: 'unknown' })
    await arrivalOf(stage, 'unlock')
    controller.abort()
    await outcome
    expect(orders(stage, 'unlock')).toHaveLength(1)
  })

  it('is not sent at all when it is cancelled before', async () => {
    const stage = await servedPanel()
    const given = await openParams(stage)
    await expect(
      stage.panel.apiRequest('doorLock.passwordFreeOpen', given, { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ kind: 'cancelled', delivery: 'not-sent' })
    expect(orders(stage, 'unlock')).toHaveLength(0)
  })

  it('is resent, with its ticket, if it was definitely not sent', async () => {
    const stage = await servedPanel()
    await expect(
      stage.panel.apiRequest('doorLock.passwordFreeOpen', await openParams(stage)),
    ).resolves.toBe(true)
    expect(orders(stage, 'unlock')).toHaveLength(1)
  })
})

/** Waits for the journal by turns of the event loop, not by time. */
const arrivalOf = async (stage: Stage, kind: string) => {
  while (orders(stage, kind).length === 0) await new Promise((resolve) => setImmediate(resolve))
}
