import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { allActions } from '../../actions'
import { createClock, createSimulator, type FakeWxOptions } from '../../simulator'
import { createPanel } from '../../src/core/panel/create-panel'
import { wxRequest } from '../../src/transports/wx-request'
import { frontDoor, ticketFor } from '../simulator/client'
import { failure } from '../support/panels'

const url = 'https://door.example/panel'

/** A panel in a mini-program, with its own fake wx on the clock of the simulator. */
const miniProgram = (options: FakeWxOptions = {}) => {
  const clock = createClock()
  const simulator = createSimulator({ clock })
  const device = simulator.asWx(options)
  const panel = createPanel({
    actions: allActions,
    transport: wxRequest({ url, wx: device }),
    clock,
  })
  onTestFinished(panel.close)
  const unlock = () => {
    const { ticket_id } = ticketFor(simulator, frontDoor.id)
    return panel.apiRequest('doorLock.passwordFreeOpen', { device_id: frontDoor.id, ticket_id })
  }
  const arrived = (action: string) => simulator.requests.filter((one) => one.action === action)
  return { clock, simulator, device, panel, unlock, arrived }
}

describe('a panel in a mini-program', () => {
  it('receives an answer to each of 30 parallel requests', async () => {
    const { simulator, panel } = miniProgram()
    const times = await Promise.all(
      Array.from({ length: 30 }, () => panel.apiRequest('timer.currentTime', {})),
    )
    expect(times).toHaveLength(30)
    expect(simulator.requests).toHaveLength(30)
  })

  it.each(['errno', 'text-zh', 'android'] as const)(
    'moves the bolt once when the answer is lost (%s)',
    async (errorStyle) => {
      const { simulator, unlock, arrived } = miniProgram({ errorStyle })
      simulator.faults.next('doorLock.passwordFreeOpen', 'drop-after')
      expect(await failure(unlock())).toMatchObject({ kind: 'outcome-unknown' })
      expect(arrived('doorLock.passwordFreeOpen')).toHaveLength(1)
      expect(simulator.journal).toHaveLength(1)
    },
  )

  it('reports an unknown outcome when the app goes to the background during a command', async () => {
    const { clock, simulator, device, unlock, arrived } = miniProgram()
    simulator.faults.next('doorLock.passwordFreeOpen', 'slow')
    const outcome = failure(unlock())
    await vi.waitUntil(() => arrived('doorLock.passwordFreeOpen').length > 0)
    device.background()
    clock.advance(5_000)
    expect(await outcome).toMatchObject({ kind: 'outcome-unknown' })
    expect(simulator.journal).toHaveLength(1)
  })

  it('reports a time-out before the platform does', async () => {
    const { clock, simulator, panel } = miniProgram()
    simulator.faults.next('timer.currentTime', 'slow')
    const outcome = failure(panel.apiRequest('timer.currentTime', {}, { retry: false }))
    await vi.waitUntil(() => simulator.requests.length > 0)
    clock.advance(10_000)
    expect(await outcome).toMatchObject({ kind: 'timeout', delivery: 'unknown' })
  })

  it('reports delivery not-sent for a domain that is not in the list of WeChat', async () => {
    const { simulator, panel } = miniProgram({ domains: ['https://elsewhere.example'] })
    const outcome = failure(panel.apiRequest('timer.currentTime', {}, { retry: false }))
    expect(await outcome).toMatchObject({ kind: 'transport', delivery: 'not-sent' })
    expect(simulator.requests).toEqual([])
  })
})
