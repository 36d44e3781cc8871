import { describe, expect, it } from 'vitest'
import {
  call,
  cellar,
  codeOf,
  frontDoor,
  garage,
  shed,
  simulated,
  ticketFor,
  unlock,
} from './client'

const OPEN = 'doorLock.passwordFreeOpen'
const open = (ticket_id: string, device_id = frontDoor.id) => ({ device_id, ticket_id })

describe('a ticket', () => {
  it('contains a session key that the access key decrypts', () => {
    const simulator = simulated()
    const { sessionKey, expire_time } = ticketFor(simulator, frontDoor.id)
    expect(sessionKey).toMatch(/^[\dA-Za-z]{16}$/)
    expect(expire_time).toBe(360)
  })

  it('is valid for one unlock', () => {
    const simulator = simulated()
    const { ticket_id } = ticketFor(simulator, frontDoor.id)
    expect(call(simulator, OPEN, open(ticket_id))).toBe(true)
    expect(codeOf(simulator, OPEN, open(ticket_id))).toBe(2405)
    expect(simulator.journal).toHaveLength(1)
  })

  it('expires after 360 seconds', () => {
    const simulator = simulated()
    const [early, late] = [ticketFor(simulator, frontDoor.id), ticketFor(simulator, frontDoor.id)]
    simulator.clock.advance(359_999)
    expect(codeOf(simulator, OPEN, open(early.ticket_id))).toBeUndefined()
    simulator.clock.advance(1)
    expect(codeOf(simulator, OPEN, open(late.ticket_id))).toBe(2405)
  })

  it('is valid only for its lock', () => {
    const simulator = simulated()
    const { ticket_id } = ticketFor(simulator, garage.id)
    expect(codeOf(simulator, OPEN, open(ticket_id))).toBe(2405)
    expect(codeOf(simulator, OPEN, open('made-up'))).toBe(2405)
    expect(simulator.journal).toEqual([])
  })

  it('is spent by a command that is refused', () => {
    const simulator = simulated()
    const { ticket_id } = ticketFor(simulator, frontDoor.id)
    simulator.lock(frontDoor.id).online = false
    expect(codeOf(simulator, OPEN, open(ticket_id))).toBe(2001)
    simulator.lock(frontDoor.id).online = true
    expect(codeOf(simulator, OPEN, open(ticket_id))).toBe(2405)
  })

  it('has a unique id, even with a constant random source', () => {
    const simulator = simulated({ random: () => 0.5 })
    const ids = [1, 2, 3].map(() => ticketFor(simulator, frontDoor.id).ticket_id)
    expect(new Set(ids).size).toBe(3)
  })
})

describe('an unlock without a password', () => {
  it('moves the bolt, and adds one journal entry', () => {
    const simulator = simulated()
    const motor = () =>
      call<{ code: string; value: unknown }[]>(simulator, 'device.status', {
        device_id: frontDoor.id,
      }).find(({ code }) => code === 'lock_motor_state')?.value
    expect(motor()).toBe(false)
    unlock(simulator, frontDoor.id)
    expect(motor()).toBe(true)
    expect(simulator.journal).toEqual([
      {
        at: simulator.clock.now(),
        deviceId: frontDoor.id,
        command: 'unlock',
        action: OPEN,
        reached: 'lock',
        moved: true,
        detail: {},
      },
    ])
  })

  it('is refused if it is switched off, the lock is offline, or there is no such lock', () => {
    const simulator = simulated()
    expect(unlock(simulator, cellar.id)).toBe(2324)
    expect(unlock(simulator, shed.id)).toBe(2001)
    expect(codeOf(simulator, OPEN, open('any', 'nowhere'))).toBe(1106)
    expect(simulator.journal).toEqual([])
  })

  it('is allowed when the switch is on', () => {
    const simulator = simulated()
    simulator.lock(cellar.id).remoteUnlock.remoteUnlockWithoutPwd = true
    expect(call(simulator, 'doorLock.remoteUnlocks', { device_id: cellar.id })).toContainEqual({
      remote_unlock_type: 'remoteUnlockWithoutPwd',
      open: true,
      device_id: cellar.id,
    })
    expect(unlock(simulator, cellar.id)).toBeUndefined()
  })
})
