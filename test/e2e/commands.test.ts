import { firstValueFrom } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { seed } from '../../simulator'
import { passwordExamples } from '../support/examples/passwords'
import { servedPanel } from '../support/served-panel'
import type { Harness } from './scenarios'

const device_id = seed.locks.frontDoor.id
const openParams = async ({ panel }: Harness) => {
  const { ticket_id } = await panel.apiRequest('doorLock.passwordTicket', { device_id })
  return { device_id, ticket_id }
}
const commandsOf = ({ simulator }: Harness, kind: string) =>
  simulator.journal.filter(({ command }) => command === kind)

/** A command executes at most once, whatever happens to its answer. */
describe('a command over HTTP', () => {
  it.each(['drop-after', 'garbage', 'truncate', 'empty', { status: 502 }] as const)(
    'executes at most once if its answer is corrupted by %o',
    async (fault) => {
      const harness = await servedPanel()
      const params = await openParams(harness)
      harness.simulator.faults.next('doorLock.passwordFreeOpen', fault)
      await expect(
        harness.panel.apiRequest('doorLock.passwordFreeOpen', params),
      ).rejects.toMatchObject({ kind: 'outcome-unknown', check: 'device.status' })
      const requests = harness.simulator.requests.filter(
        ({ action }) => action === 'doorLock.passwordFreeOpen',
      )
      expect(requests).toHaveLength(1)
      expect(commandsOf(harness, 'unlock').length).toBeLessThanOrEqual(1)
    },
  )

  it('executes once if its answer is lost', async () => {
    const harness = await servedPanel()
    const params = await openParams(harness)
    harness.simulator.faults.next('doorLock.passwordFreeOpen', 'drop-after')
    await expect(
      harness.panel.apiRequest('doorLock.passwordFreeOpen', params),
    ).rejects.toMatchObject({
      kind: 'outcome-unknown',
    })
    expect(commandsOf(harness, 'unlock')).toHaveLength(1)
  })

  it('executes once with two subscriptions', async () => {
    const harness = await servedPanel()
    const open$ = harness.panel.request$('doorLock.passwordFreeOpen', await openParams(harness))
    expect(await Promise.all([firstValueFrom(open$), firstValueFrom(open$)])).toEqual([true, true])
    expect(commandsOf(harness, 'unlock')).toHaveLength(1)
  })

  it('executes once with two runs of a taskEither', async () => {
    const harness = await servedPanel()
    const create = harness.panel.taskEither(
      'doorLock.createTemporaryPassword',
      passwordExamples['doorLock.createTemporaryPassword'](harness.simulator),
    )
    expect(await create()).toEqual(await create())
    expect(commandsOf(harness, 'create-password')).toHaveLength(1)
  })

  it('executes once if cancelled after it arrived, and its delivery is unknown', async () => {
    const harness = await servedPanel()
    const params = await openParams(harness)
    const controller = new AbortController()
    harness.simulator.faults.next('doorLock.passwordFreeOpen', 'slow')
    const command = harness.panel.apiRequest('doorLock.passwordFreeOpen', params, {
      signal: controller.signal,
    })
    const outcome = expect(command).rejects.toMatchObject({
      kind: 'cancelled',
      delivery: 'unknown',
    })
    await waitForCommand(harness, 'unlock')
    controller.abort()
    await outcome
    expect(commandsOf(harness, 'unlock')).toHaveLength(1)
  })

  it('is not sent if cancelled before the call', async () => {
    const harness = await servedPanel()
    const params = await openParams(harness)
    await expect(
      harness.panel.apiRequest('doorLock.passwordFreeOpen', params, {
        signal: AbortSignal.abort(),
      }),
    ).rejects.toMatchObject({ kind: 'cancelled', delivery: 'not-sent' })
    expect(commandsOf(harness, 'unlock')).toHaveLength(0)
  })

  it('executes once with its ticket if no fault occurs', async () => {
    const harness = await servedPanel()
    await expect(
      harness.panel.apiRequest('doorLock.passwordFreeOpen', await openParams(harness)),
    ).resolves.toBe(true)
    expect(commandsOf(harness, 'unlock')).toHaveLength(1)
  })
})

/** Polls the journal on each turn of the event loop, without a timer. */
const waitForCommand = async (harness: Harness, kind: string) => {
  while (commandsOf(harness, kind).length === 0)
    await new Promise((resolve) => setImmediate(resolve))
}
