import { describe, expect, it } from 'vitest'
import { type Simulator, seed } from '../../simulator'
import { call, codeOf, frontDoor, gardenGate, simulated } from './client'

const OPEN = 'doorLock.bleOpenInstruction'
const device_id = gardenGate.id
const loft = seed.locks.loft.id

interface Config {
  readonly lock_random: {
    readonly dp_id: number
    readonly distributed: boolean
    readonly ins: string
    readonly wake_up_ins: string
    readonly dev_unlock_id: string
  }
  readonly lock_record: { readonly distributed: boolean; readonly dp_id: number }
}
const config = (simulator: Simulator, lock: string = device_id) =>
  call<Config>(simulator, 'doorLock.getIssuedConfig', { device_id: lock })
const instructionParams = (simulator: Simulator, bluetooth_sn: number, more: object = {}) => ({
  device_id,
  bluetooth_sn,
  device_random: simulator.lock(device_id).ble?.random ?? '',
  ...more,
})
interface Instruction {
  readonly instruction: string
  readonly next_sn: number
}
const sendToLock = (simulator: Simulator, value: string) =>
  call(simulator, 'device.control', { device_id, commands: [{ code: 'check_code_set', value }] })

describe('getIssuedConfig', () => {
  it('returns the same random number until an instruction uses it', () => {
    const simulator = simulated()
    const first = config(simulator).lock_random
    expect(first.ins).toMatch(/^(3\d){8}$/)
    expect(first).toMatchObject({ dp_id: 70, dev_unlock_id: '0001' })
    expect(first.wake_up_ins).toBe(`ffff0001${'0'.repeat(16)}00ffff${first.ins}`)
    expect(config(simulator).lock_random.ins).toBe(first.ins)
    call(simulator, OPEN, instructionParams(simulator, 7))
    expect(config(simulator).lock_random.ins).not.toBe(first.ins)
  })

  it('reports the random number as distributed until the lock has received it', () => {
    const simulator = simulated()
    expect(config(simulator).lock_random.distributed).toBe(true)
    sendToLock(simulator, 'another command')
    expect(config(simulator).lock_random.distributed).toBe(true)
    sendToLock(simulator, config(simulator).lock_random.wake_up_ins)
    expect(config(simulator).lock_random.distributed).toBe(false)
  })

  it('reports the state of each lock, and is refused for a lock without Bluetooth', () => {
    const simulator = simulated()
    expect(config(simulator).lock_record.distributed).toBe(true)
    expect(config(simulator, loft)).toMatchObject({
      lock_random: { distributed: false },
      lock_record: { distributed: false, dp_id: 56 },
    })
    const withoutBluetooth = { device_id: frontDoor.id }
    expect(codeOf(simulator, 'doorLock.getIssuedConfig', withoutBluetooth)).toBe(2004)
  })
})

describe('a Bluetooth instruction', () => {
  it('contains the random number, the serial number and the direction', () => {
    const simulator = simulated()
    const { ins } = config(simulator).lock_random
    const { instruction, next_sn } = call<Instruction>(
      simulator,
      OPEN,
      instructionParams(simulator, 7),
    )
    expect(instruction).toMatch(/^[\da-f]+$/)
    expect(instruction.startsWith(`0300000007ffff0001${ins}01`)).toBe(true)
    const lock = { open: false, bluetooth_major_version: 4 }
    const locking = call<Instruction>(simulator, OPEN, instructionParams(simulator, next_sn, lock))
    expect(locking.instruction.startsWith('04')).toBe(true)
    expect(locking.instruction).toContain(`${ins}00`)
  })

  it('is issued only for the expected serial number, and once for each number', () => {
    const simulator = simulated()
    config(simulator)
    const { next_sn } = call<Instruction>(simulator, OPEN, instructionParams(simulator, 7))
    expect(next_sn).toBeGreaterThan(8)
    expect(codeOf(simulator, OPEN, instructionParams(simulator, 7))).toBe(1109)
    expect(codeOf(simulator, OPEN, instructionParams(simulator, next_sn + 1))).toBe(1109)
    call(simulator, 'doorLock.unlockInstruction', instructionParams(simulator, next_sn))
    expect(codeOf(simulator, OPEN, instructionParams(simulator, next_sn))).toBe(1109)
    expect(simulator.journal.map((entry) => entry.command)).toEqual([
      'make-instruction',
      'make-instruction',
    ])
  })

  it('can be requested again with a new random number after a lost answer', () => {
    const simulator = simulated()
    config(simulator)
    call(simulator, OPEN, instructionParams(simulator, 7))
    config(simulator)
    expect(codeOf(simulator, OPEN, instructionParams(simulator, 7))).toBeUndefined()
  })

  it('requires the random number that was issued last', () => {
    const simulator = simulated()
    const wrong = { device_id, bluetooth_sn: 7, device_random: '0'.repeat(16) }
    expect(codeOf(simulator, OPEN, wrong)).toBe(1109)
    config(simulator)
    expect(codeOf(simulator, OPEN, wrong)).toBe(1109)
    expect(simulator.journal).toEqual([])
  })

  it('moves no bolt until the panel sends it to the lock', () => {
    const simulator = simulated()
    config(simulator)
    call(simulator, OPEN, instructionParams(simulator, 7))
    const motor = simulator.lock(device_id).status.find(({ code }) => code === 'lock_motor_state')
    expect(motor?.value).toBe(false)
  })
})
