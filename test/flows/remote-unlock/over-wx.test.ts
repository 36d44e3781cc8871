import { describe, expect, it } from 'vitest'
import { allActions } from '../../../actions'
import { createClock, createSimulator, seed } from '../../../simulator'
import { createPanel } from '../../../src/core/panel/create-panel'
import { remoteUnlock } from '../../../src/flows/remote-unlock/remote-unlock'
import { wxRequest } from '../../../src/transports/wx-request'
import { failureOf, pass, settle } from '../support/settle'
import { START_MS } from '../support/stage'

/** A door in a mini-program: no data points, `wx.request` alone. */
const inMiniProgram = () => {
  const clock = createClock({ startMs: START_MS, frozen: true })
  const simulator = createSimulator({ clock })
  const wx = simulator.asWx()
  const panel = createPanel({
    actions: allActions,
    transport: wxRequest({ url: 'https://door.example/panel', wx }),
    scheduler: clock.scheduler,
  })
  const door = remoteUnlock(panel, seed.locks.frontDoor.id, {
    type: 'wifi',
    scheduler: clock.scheduler,
  })
  const orders = () => simulator.journal.map(({ command }) => command)
  return { clock, simulator, wx, door, orders }
}

describe('in a mini-program', () => {
  it('a door opens and is locked', async () => {
    const { clock, door, orders } = inMiniProgram()
    expect(await settle(clock, door.unlock().done)).toMatchObject({ reportedBy: 'status' })
    expect(await settle(clock, door.lock().done)).toMatchObject({ reportedBy: 'status' })
    expect(orders()).toEqual(['unlock', 'lock'])
  })

  it('an answer that the phone loses is found out from the bolt', async () => {
    const { clock, simulator, door, orders } = inMiniProgram()
    simulator.faults.next('doorLock.passwordFreeOpen', 'drop-after')
    expect(await settle(clock, door.unlock().done)).toMatchObject({ reportedBy: 'status' })
    expect(orders()).toEqual(['unlock'])
  })

  it('an abort while the order is under way recalls nothing, and says so', async () => {
    const { clock, simulator, door, orders } = inMiniProgram()
    simulator.faults.next('doorLock.passwordFreeOpen', 'slow')
    const attempt = door.unlock()
    await pass(clock, 2_000)
    attempt.cancel()
    expect(await failureOf(clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'unknown',
    })
    await pass(clock, 60_000)
    expect(orders()).toEqual(['unlock'])
  })

  it('a user who leaves for another app finds out what can be found out', async () => {
    const { clock, simulator, wx, door, orders } = inMiniProgram()
    simulator.faults.next('doorLock.passwordFreeOpen', { slowMs: 9_000 })
    const attempt = door.unlock()
    wx.background()
    await pass(clock, 12_000)
    wx.foreground()
    expect(await settle(clock, attempt.done)).toMatchObject({ reportedBy: 'status' })
    expect(orders()).toEqual(['unlock'])
  })
})
