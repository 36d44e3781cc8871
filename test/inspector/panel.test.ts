import { describe, expect, it } from 'vitest'
import { inspectCalls } from '../../inspector'
import { createClock, createSimulator, seed } from '../../simulator'
import type { PanelEvent } from '../../src/core/pipeline/events'
import { allActions, createPanel } from '../../src/entries'

const device_id = seed.locks.frontDoor.id

/** A panel over a simulated cloud, with what the inspector makes of its events. */
const inspected = () => {
  const clock = createClock({ frozen: true })
  const simulator = createSimulator({ clock })
  const panel = createPanel({
    actions: allActions,
    transport: simulator.asTransport(),
    clock,
    random: () => 0.5,
  })
  const events: PanelEvent[] = []
  panel.events$.subscribe((event) => events.push(event))
  const calls = () =>
    inspectCalls(events).map(({ action, outcome, requests, spans }) => ({
      action,
      outcome,
      requests,
      spans: spans.map(({ kind }) => kind),
    }))
  return { clock, simulator, panel, calls, events }
}

describe('the inspected calls of a panel', () => {
  it('show a read whose answer was lost and whose retry succeeded', async () => {
    const { clock, simulator, panel, calls } = inspected()
    simulator.faults.next('device.status', 'drop-after')
    await clock.runUntil(panel.apiRequest('device.status', { device_id }))
    expect(calls()).toEqual([
      {
        action: 'device.status',
        outcome: 'succeeded',
        requests: 2,
        spans: ['request', 'retry-delay', 'request'],
      },
    ])
  })

  it('show a command whose answer was lost, without a retry', async () => {
    const { clock, simulator, panel, calls, events } = inspected()
    const { ticket_id } = await clock.runUntil(
      panel.apiRequest('doorLock.passwordTicket', { device_id }),
    )
    simulator.faults.next('doorLock.passwordFreeOpen', 'drop-after')
    const opened = panel.apiRequest('doorLock.passwordFreeOpen', { device_id, ticket_id })
    await clock.runUntil(opened.catch(() => undefined))
    expect(calls()[1]).toEqual({
      action: 'doorLock.passwordFreeOpen',
      outcome: 'outcome-unknown',
      requests: 1,
      spans: ['request'],
    })
    expect(JSON.stringify(events)).not.toContain(ticket_id)
  })

  it('show the wait for the sync window of the lock, and the answer that calls share', async () => {
    const { clock, panel, calls } = inspected()
    const sync = (codes: string) =>
      panel.apiRequest('doorLock.getSyncableOpmodeTypes', {
        device_id: seed.locks.gardenGate.id,
        target_standard_dp_codes: codes,
      })
    await clock.runUntil(Promise.all([sync('unlock_card'), sync('unlock_card')]))
    clock.advance(1_000)
    await clock.runUntil(sync('unlock_fingerprint'))
    expect(calls().map(({ spans }) => spans)).toEqual([
      ['request'],
      ['shared-answer'],
      ['window', 'request'],
    ])
  })

  it('show an invalid call that was not sent', async () => {
    const { panel, calls } = inspected()
    // @ts-expect-error: the device is missing
    await panel.apiRequest('device.status', {}).catch(() => undefined)
    expect(calls()).toEqual([
      { action: 'device.status', outcome: 'failed', requests: 0, spans: [] },
    ])
  })
})
