import { describe, expect, it } from 'vitest'
import { type BleLinkOptions, createClock, createSimulator } from '../../../simulator/index'
import type { DpValues } from '../../../src/data-points/data-points'
import { bleUnlockCheckReport } from '../../../src/data-points/raw/ble-unlock-check'
import { reading } from '../../support/reading'
import { ask, START_MS } from '../client'
import { gardenGate, loft, settled } from './panel-at-lock'

const MAKE = 'doorLock.bleOpenInstruction'
const { id: device_id } = loft
const random = loft.ble?.random ?? ''

/** A phone that is connected to a lock which has its random already. */
const phone = (options: BleLinkOptions = {}, lock = loft) => {
  const clock = createClock({ startMs: START_MS, frozen: true })
  const simulator = createSimulator({ clock })
  const link = simulator.asBleLink({ deviceId: lock.id, ...options })
  const reports: DpValues[] = []
  let isOver = false
  link.dataPoints.reports$.subscribe({
    next: (report) => reports.push(report),
    complete: () => {
      isOver = true
    },
  })
  const make = (more: object = {}) =>
    ask<{ instruction: string; next_sn: number }>(simulator, MAKE, {
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
    isOver: () => isOver,
    /** Sends and lets it arrive. */
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
    orders: () => simulator.journal.map(({ command }) => command),
  }
}

describe('an instruction over a Bluetooth link', () => {
  it.each([3, 4] as const)(
    'moves the bolt, in version %i of the protocol',
    async (majorVersion) => {
      const { make, send, orders, results, lock } = phone({ majorVersion })
      await send(make().instruction)
      expect(orders()).toEqual(['make-instruction', 'unlock'])
      expect(results()).toEqual(['ok'])
      expect(lock.status).toContainEqual({ code: 'lock_motor_state', value: true })
    },
  )

  it('is taken under the number that the lock expects, and once', async () => {
    const { make, send, orders, results, link } = phone()
    const { instruction, next_sn } = make()
    await send(instruction)
    await send(instruction)
    expect(orders()).toEqual(['make-instruction', 'unlock'])

    // The lock goes on from next_sn; a phone that counts by itself is not heard.
    link.sn += 1
    await send(make({ bluetooth_sn: next_sn, open: false }).instruction)
    expect(orders()).toEqual(['make-instruction', 'unlock', 'make-instruction', 'lock'])
    expect(results()).toEqual(['ok', 'ok'])
  })

  it('is passed over in another version, or as no instruction at all', async () => {
    const { make, send, orders, results } = phone()
    await send(make({ bluetooth_major_version: 4 }).instruction)
    await send('')
    await send('zz')
    expect(orders()).toEqual(['make-instruction'])
    expect(results()).toEqual([])
  })

  it('is refused by name where its random is another, and the bolt where it is jammed', async () => {
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
  it('take a number each: a stale one is not heard', async () => {
    const { clock, link, orders } = phone()
    const first = link.sn
    link.dataPoints.send({ beep_volume: 'mute' }).subscribe()
    expect(link.sn).toBe(first + 1)
    link.sn = first
    link.dataPoints.send({ beep_volume: 'normal' }).subscribe()
    clock.advance(1_000)
    await settled(clock)
    expect(orders()).toEqual(['control'])
  })
})

describe('a Bluetooth link that broke', () => {
  it('loses the instruction on the air, and carries nothing more', async () => {
    const { clock, link, make, orders, isOver } = phone()
    let broken = 0
    link.broken$.subscribe(() => broken++)
    await link.send(make().instruction)
    link.break()
    clock.advance(1_000)
    await settled(clock)
    expect(orders()).toEqual(['make-instruction'])
    expect([broken, isOver()]).toEqual([1, true])
    await expect(link.send('03')).rejects.toMatchObject({ delivery: 'not-sent' })
    let failure: unknown
    link.dataPoints.send({ beep_volume: 'mute' }).subscribe({ error: (error) => (failure = error) })
    expect(failure).toMatchObject({ kind: 'transport', delivery: 'not-sent' })
  })

  it('is followed by one that counts from the start, and rejects instructions for the first', async () => {
    const { simulator, link, make, clock, orders } = phone()
    const { instruction, next_sn } = make()
    link.break()
    const next = simulator.asBleLink({ deviceId: device_id })
    expect(next.sn).toBeLessThan(next_sn)
    await next.send(instruction)
    clock.advance(1_000)
    await settled(clock)
    expect(orders()).toEqual(['make-instruction'])
  })

  it('cannot be had where the lock is out of reach', async () => {
    const { simulator, lock } = phone({}, gardenGate)
    lock.online = false
    const link = simulator.asBleLink({ deviceId: gardenGate.id })
    await expect(link.send('03')).rejects.toMatchObject({ delivery: 'not-sent' })
  })
})
