import { describe, expect, it } from 'vitest'
import { call, codeOf, frontDoor, gardenGate, simulated } from './client'

const SYNC = 'doorLock.getSyncableOpmodeTypes'
const codes = (...target: string[]) => ({
  device_id: gardenGate.id,
  target_standard_dp_codes: target.join(','),
})

describe('getSyncableOpmodeTypes', () => {
  it('allows one synchronisation of a lock in five seconds', () => {
    const simulator = simulated()
    const distributed = () =>
      call<{ distributed: boolean }>(simulator, SYNC, codes('unlock_card')).distributed
    expect(distributed()).toBe(true)
    simulator.clock.advance(4_999)
    expect(distributed()).toBe(false)
    simulator.clock.advance(1)
    expect(distributed()).toBe(true)
    expect(simulator.journal.map(({ command }) => command)).toEqual([
      'sync-allowed',
      'sync-allowed',
    ])
  })

  it('limits each lock separately', () => {
    const simulator = simulated()
    call(simulator, SYNC, codes('unlock_card'))
    const other = { ...codes('unlock_card'), device_id: 'vdevo-loft' }
    expect(call(simulator, SYNC, other)).toMatchObject({ distributed: true })
  })

  it('uses the interval of the syncIntervalMs option', () => {
    const simulator = simulated({ syncIntervalMs: 100 })
    call(simulator, SYNC, codes())
    simulator.clock.advance(100)
    expect(call(simulator, SYNC, codes())).toMatchObject({ distributed: true })
  })

  it('returns the command for the requested codes', () => {
    const simulator = simulated()
    const ins = (...target: string[]) =>
      call<{ ins: string }>(simulator, SYNC, codes(...target)).ins
    expect(ins('unlock_fingerprint')).toBe('03')
    expect(ins('unlock_password', 'unlock_card')).toBe('0102')
    expect(ins()).toHaveLength(6)
    expect(codeOf(simulator, SYNC, codes('unlock_smile'))).toBe(1109)
  })

  it('is refused for a lock without Bluetooth', () => {
    const withoutBluetooth = { ...codes(), device_id: frontDoor.id }
    expect(codeOf(simulated(), SYNC, withoutBluetooth)).toBe(2004)
  })
})
