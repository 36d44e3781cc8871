import { describe, expect, it } from 'vitest'
import type { Fault } from '../../simulator'
import { codeOf, frontDoor, requestFor, simulated, ticketFor } from './client'

const OPEN = 'doorLock.passwordFreeOpen'

/** The answer to one unlock with a fault, and how many commands reached the lock. */
const unlockWith = (fault: Fault) => {
  const simulator = simulated()
  const { ticket_id } = ticketFor(simulator, frontDoor.id)
  simulator.faults.next(OPEN, fault)
  const answer = simulator.handle(requestFor(OPEN, { device_id: frontDoor.id, ticket_id }))
  return { answer, commands: simulator.journal.length, arrived: simulator.requests.length - 1 }
}

describe('a fault before the cloud', () => {
  it.each([
    ['drop-before', { kind: 'dropped', when: 'before' }],
    ['throttle', { status: 429, headers: { 'retry-after': '1' } }],
    [{ status: 502 }, { status: 502 }],
    [
      { vendorCode: 1110, msg: 'busy' },
      { status: 200, body: expect.stringContaining('1110') },
    ],
  ] as const)('(%j) prevents the command', (fault, answer) => {
    const unlocked = unlockWith(fault)
    expect(unlocked.answer).toMatchObject(answer)
    expect(unlocked.commands).toBe(0)
    expect(unlocked.arrived).toBe(1)
  })
})

describe('a fault after the cloud', () => {
  it.each([
    ['drop-after', { kind: 'dropped', when: 'after' }],
    ['garbage', { status: 200, body: expect.stringContaining('<!doctype html>') }],
    ['truncate', { status: 200, body: expect.not.stringMatching(/\}$/) }],
    ['empty', { status: 200, body: '' }],
    ['slow', { status: 200, delayMs: 15_000 }],
    [{ slowMs: 200 }, { status: 200, delayMs: 200 }],
  ] as const)('(%j) changes only the answer: the command executes', (fault, answer) => {
    const unlocked = unlockWith(fault)
    expect(unlocked.answer).toMatchObject(answer)
    expect(unlocked.commands).toBe(1)
  })
})

describe('planned faults', () => {
  it('apply once in order, or always, until they are cleared', () => {
    const simulator = simulated()
    const time = () => codeOf(simulator, 'timer.currentTime')
    simulator.faults.next('timer.currentTime', { vendorCode: 1 })
    simulator.faults.next('timer.currentTime', { vendorCode: 2 })
    expect([time(), time(), time()]).toEqual([1, 2, undefined])
    simulator.faults.always('timer.currentTime', { vendorCode: 3 })
    simulator.faults.next('timer.currentTime', { vendorCode: 4 })
    expect([time(), time(), time()]).toEqual([4, 3, 3])
    expect(codeOf(simulator, 'device.status', { device_id: frontDoor.id })).toBeUndefined()
    simulator.faults.clear()
    expect(time()).toBeUndefined()
  })
})
