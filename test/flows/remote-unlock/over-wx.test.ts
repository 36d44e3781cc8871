import { describe, expect, it } from 'vitest'
import { allActions } from '../../../actions'
import { createClock, createSimulator, seed } from '../../../simulator'
import { createPanel } from '../../../src/core/panel/create-panel'
import { remoteUnlock } from '../../../src/flows/remote-unlock/remote-unlock'
import { wxRequest } from '../../../src/transports/wx-request'
import { START_MS } from '../support/flow-harness'
import { failureOf, pass, settle } from '../support/settle'

/** A door in a mini-program: `wx.request` without data points. */
const createMiniProgram = () => {
  const clock = createClock({ startMs: START_MS, frozen: true })
  const simulator = createSimulator({ clock })
  const wx = simulator.asWx()
  const panel = createPanel({
    actions: allActions,
    transport: wxRequest({ url: 'https://door.example/panel', wx }),
    clock,
  })
  const door = remoteUnlock(panel, seed.locks.frontDoor.id, {
    type: 'wifi',
    clock,
  })
  const commands = () => simulator.journal.map(({ command }) => command)
  return { clock, simulator, wx, door, commands }
}

describe('remote unlock in a mini-program', () => {
  it('unlocks and locks a door', async () => {
    const { clock, door, commands } = createMiniProgram()
    expect(await settle(clock, door.unlock().done)).toMatchObject({ reportedBy: 'status' })
    expect(await settle(clock, door.lock().done)).toMatchObject({ reportedBy: 'status' })
    expect(commands()).toEqual(['unlock', 'lock'])
  })

  it('confirms a lost answer by the state of the bolt', async () => {
    const { clock, simulator, door, commands } = createMiniProgram()
    simulator.faults.next('doorLock.passwordFreeOpen', 'drop-after')
    expect(await settle(clock, door.unlock().done)).toMatchObject({ reportedBy: 'status' })
    expect(commands()).toEqual(['unlock'])
  })

  it('does not recall a command that is cancelled without an answer, and reports its delivery as unknown', async () => {
    const { clock, simulator, door, commands } = createMiniProgram()
    simulator.faults.next('doorLock.passwordFreeOpen', 'slow')
    const attempt = door.unlock()
    await pass(clock, 2_000)
    attempt.cancel()
    expect(await failureOf(clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'unknown',
    })
    await pass(clock, 60_000)
    expect(commands()).toEqual(['unlock'])
  })

  it('confirms the command after the user returns from another app', async () => {
    const { clock, simulator, wx, door, commands } = createMiniProgram()
    simulator.faults.next('doorLock.passwordFreeOpen', { slowMs: 9_000 })
    const attempt = door.unlock()
    wx.background()
    await pass(clock, 12_000)
    wx.foreground()
    expect(await settle(clock, attempt.done)).toMatchObject({ reportedBy: 'status' })
    expect(commands()).toEqual(['unlock'])
  })
})
