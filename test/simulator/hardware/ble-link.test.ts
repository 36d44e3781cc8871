import { describe, expect, it } from 'vitest'
import { type BleLinkOptions, createClock, createSimulator } from '../../../simulator/index'
import type { DpValues } from '../../../src/data-points/data-points'
import { bleUnlockCheckReport } from '../../../src/data-points/raw/ble-unlock-check'
import { reading } from '../../support/reading'
import { call, START_MS } from '../client'
import { gardenGate, loft, settled } from './panel-at-lock'

const MAKE = 'doorLock.bleOpenInstruction'
const { id: device_id } = loft
const random = loft.ble?.random ?? ''

/** A phone that is connected to a lock which already has its random number. */
const phone = (options: BleLinkOptions = {}, lock = loft) => {
  const clock = createClock({ startMs: START_MS, frozen: true })
  const simulator = createSimulator({ clock })
  const link = simulator.asBleLink({ deviceId: lock.id, ...options })
  const reports: DpValues[] = []
  let isCompleted = false
  link.dataPoints.reports$.subscribe({
    next: (report) => reports.push(report),
    complete: () => {
      isCompleted = true
    },
  })
  const make = (more: object = {}) =>
    call<{ instruction: string; next_sn: number }>(simulator, MAKE, {
      device_id,
      bluetooth_sn: link.sn,
      device_random: simulator.lock(device_id).ble?.random ?? '',
      bluetooth_major_version: link.majorVersion,
      ...more,
    })
  return {
    clock,
    simulator,
    lock: simulator.lock(lock.id),
    link,
    make,
    isCompleted: () => isCompleted,
    /** Sends an instruction and waits until it arrives. */
    send: async (instruction: string) => {
      await link.send(instruction)
      clock.advance(1_000)
      await settled(clock)
    },
    results: () =>
      reports
        .filter((report) => 'ble_unlock_check' in report)
        .map(({ ble_unlock_check }) => {
          const read = reading(bleUnlockCheckReport, ble_unlock_check)
          return 'value' in read ? (read.value as { result: unknown }).result : 'unreadable'
        }),
    commands: () => simulator.journal.map(({ command }) => command),
  }
}

describe('an instruction over a Bluetooth link', () => {
  it.each([3, 4] as const)('moves the bolt in version %i of the protocol', async (majorVersion) => {
    const { make, send, commands, results, lock } = phone({ majorVersion })
    await send(make().instruction)
    expect(commands()).toEqual(['make-instruction', 'unlock'])
    expect(results()).toEqual(['ok'])
    expect(lock.status).toContainEqual({ code: 'lock_motor_state', value: true })
  })

  it('is executed once, under the serial number that the lock expects', async () => {
    const { make, send, commands, results, link } = phone()
    const { instruction, next_sn } = make()
    await send(instruction)
    await send(instruction)
    expect(commands()).toEqual(['make-instruction', 'unlock'])

    // The lock expects next_sn; it ignores a phone that counts by itself.
    link.sn += 1
    await send(make({ bluetooth_sn: next_sn, open: false }).instruction)
    expect(commands()).toEqual(['make-instruction', 'unlock', 'make-instruction', 'lock'])
    expect(results()).toEqual(['ok', 'ok'])
  })

  it('is ignored in another protocol version or if it is malformed', async () => {
    const { make, send, commands, results } = phone()
    await send(make({ bluetooth_major_version: 4 }).instruction)
    await send('')
    await send('zz')
    expect(commands()).toEqual(['make-instruction'])
    expect(results()).toEqual([])
  })

  it('is rejected as wrong-random with another random number, and as failed if the bolt is jammed', async () => {
    const { make, send, link, lock, results } = phone()
    const { instruction, next_sn } = make()
    await send(instruction.replace(random, '39'.repeat(8)))
    expect(results()).toEqual(['wrong-random'])
    link.sn = next_sn
    lock.jammed = true
    await send(make().instruction)
    expect(results()).toEqual(['wrong-random', 'failed'])
    expect(lock.status).toContainEqual({ code: 'lock_motor_state', value: false })
  })
})

describe('data points over a Bluetooth link', () => {
  it('use one serial number each, and are ignored with a stale one', async () => {
    const { clock, link, commands } = phone()
    const first = link.sn
    link.dataPoints.send({ beep_volume: 'mute' }).subscribe()
    expect(link.sn).toBe(first + 1)
    link.sn = first
    link.dataPoints.send({ beep_volume: 'normal' }).subscribe()
    clock.advance(1_000)
    await settled(clock)
    expect(commands()).toEqual(['control'])
  })
})

describe('a Bluetooth link', () => {
  it('loses the instruction in flight when it breaks, and sends nothing afterwards', async () => {
    const { clock, link, make, commands, isCompleted } = phone()
    let broken = 0
    link.broken$.subscribe(() => broken++)
    await link.send(make().instruction)
    link.break()
    clock.advance(1_000)
    await settled(clock)
    expect(commands()).toEqual(['make-instruction'])
    expect([broken, isCompleted()]).toEqual([1, true])
    await expect(link.send('03')).rejects.toMatchObject({ delivery: 'not-sent' })
    let failure: unknown
    link.dataPoints.send({ beep_volume: 'mute' }).subscribe({ error: (error) => (failure = error) })
    expect(failure).toMatchObject({ kind: 'transport', delivery: 'not-sent' })
  })

  it('counts from the start after an earlier link broke, and rejects instructions for that link', async () => {
    const { simulator, link, make, clock, commands } = phone()
    const { instruction, next_sn } = make()
    link.break()
    const next = simulator.asBleLink({ deviceId: device_id })
    expect(next.sn).toBeLessThan(next_sn)
    await next.send(instruction)
    clock.advance(1_000)
    await settled(clock)
    expect(commands()).toEqual(['make-instruction'])
  })

  it('rejects a frame as not sent if the lock is out of reach', async () => {
    const { simulator, lock } = phone({}, gardenGate)
    lock.online = false
    const link = simulator.asBleLink({ deviceId: gardenGate.id })
    await expect(link.send('03')).rejects.toMatchObject({ delivery: 'not-sent' })
  })
})
