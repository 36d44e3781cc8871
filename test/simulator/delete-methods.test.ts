import { describe, expect, it } from 'vitest'
import { createClock, createSimulator, seed } from '../../simulator'

const { gardenGate } = seed.locks
const POINT = 'unlock_method_delete'

/** Sends a value of data point 2; returns what the lock reports, and the methods that it still has. */
const send = (value: string) => {
  const clock = createClock({ startMs: 1_780_000_000_000, frozen: true })
  const simulator = createSimulator({ clock })
  const { send: publish, reports$ } = simulator.asDataPoints({ deviceId: gardenGate.id })
  const reports: unknown[] = []
  reports$.subscribe((report) => reports.push(report[POINT]))
  publish({ [POINT]: value }).subscribe()
  clock.advance(5_000)
  const names = simulator.lock(gardenGate.id).opmodes.map(({ name }) => name)
  return {
    reports,
    names,
    journal: simulator.journal.map(({ command, action }) => [command, action]),
  }
}

describe('data point 2 of a simulated Bluetooth lock', () => {
  it('deletes a method of its member, and reports the command with ff', () => {
    const { reports, names, journal } = send('020001020101')
    expect(reports).toEqual(['020001020101ff'])
    expect(names).not.toContain('White card')
    expect(journal).toEqual([['delete-method', POINT]])
  })

  it.each([
    ['another member', '020000030101'],
    ['another number', '020001026301'],
  ])('keeps a method for a command that names %s, and reports 00', (_, value) => {
    const { reports, names, journal } = send(value)
    expect(reports).toEqual([`${value}00`])
    expect(names).toHaveLength(7)
    expect(journal).toEqual([])
  })

  it('deletes every method of a member, and keeps those without one', () => {
    const { reports, names } = send('00000101ff00')
    expect(reports).toEqual(['00000101ff00ff'])
    expect(names).toEqual(['Index finger', 'White card', 'After school', 'Spare card'])
  })

  it('does not report bytes that it cannot read', () => {
    expect(send('0200').reports).toEqual([])
  })
})
