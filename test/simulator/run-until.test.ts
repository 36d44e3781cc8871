import fc from 'fast-check'
import { firstValueFrom, timer } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { createClock, createSimulator, seed } from '../../simulator'
import { createPanel } from '../../src/core/panel/create-panel'
import { lock } from '../../src/flows/lock'

const START_MS = Date.UTC(2026, 5, 1, 12)
const frozen = () => createClock({ startMs: START_MS, frozen: true })
/** A turn of the host that the clock knows nothing of, such as loading a module. */
const hostTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

const doorOf = () => {
  const clock = frozen()
  const simulator = createSimulator({ clock })
  const transport = simulator.asTransport()
  const panel = createPanel({ actions: allActions, transport, clock })
  const { id, type } = seed.locks.frontDoor
  const door = lock(panel, id, { type, clock })
  return { clock, simulator, panel, door }
}

describe('clock.runUntil', () => {
  it('ends after exactly the waits of a promise, however many and however mixed with other work', async () => {
    const step = fc.record({ waitMs: fc.integer({ min: 0, max: 3_000 }), turns: fc.nat(2) })
    const steps = fc.array(step, { maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(steps, fc.boolean(), async (waits, fails) => {
        const clock = frozen()
        const work = async () => {
          for (const { waitMs, turns } of waits) {
            for (let turn = 0; turn < turns; turn++) await hostTurn()
            await firstValueFrom(timer(waitMs, clock))
          }
          if (fails) throw new Error('refused')
          return 'done'
        }
        const outcome = await clock.runUntil(work()).catch((error: Error) => error.message)
        expect(outcome).toBe(fails ? 'refused' : 'done')
        const waitedMs = waits.reduce((sum, { waitMs }) => sum + waitMs, 0)
        expect(clock.now() - START_MS).toBe(waitedMs)
      }),
      { numRuns: 30 },
    )
  })

  it('ends a remote unlock, which waits several times', async () => {
    const { clock, simulator, door } = doorOf()
    await clock.runUntil(door.unlock().done)
    expect(simulator.journal.map(({ command }) => command)).toEqual(['unlock'])
  })

  it('runs the retries and the time-outs of a call', async () => {
    const { clock, simulator, panel } = doorOf()
    simulator.faults.always('device.status', 'drop-before')
    const call = panel.apiRequest('device.status', { device_id: seed.locks.frontDoor.id })
    await expect(clock.runUntil(call)).rejects.toMatchObject({ kind: 'transport' })
    expect(simulator.requests).toHaveLength(3)
  })

  it('does not advance for a promise that has settled', async () => {
    const clock = frozen()
    clock.schedule(() => undefined, 1_000)
    expect(await clock.runUntil(Promise.resolve(1))).toBe(1)
    expect(clock.now()).toBe(START_MS)
  })

  it('waits for work outside the clock before it advances past a time limit', async () => {
    const clock = frozen()
    const limit = firstValueFrom(timer(10_000, clock)).then(() => 'timed out')
    const loading = (async () => {
      for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setTimeout(resolve, 1))
      return 'loaded'
    })()
    expect(await clock.runUntil(Promise.race([limit, loading]))).toBe('loaded')
  })

  it('fails after the longest time, which ten minutes are by default', async () => {
    const clock = frozen()
    const never = new Promise<never>(() => undefined)
    clock.schedule(() => undefined, 3_600_000)
    await expect(clock.runUntil(never, { withinMs: 5_000 })).rejects.toThrow(
      'runUntil failed: the promise is pending after 5000 ms.',
    )
    expect(clock.now() - START_MS).toBe(5_000)
    await expect(clock.runUntil(never)).rejects.toThrow('pending after 600000 ms')
  })

  it('says so where the clock was not passed to the panel', async () => {
    const never = new Promise<never>(() => undefined)
    await expect(frozen().runUntil(never)).rejects.toThrow(
      'no work is scheduled. Pass this clock to the panel and to `lock`.',
    )
  }, 20_000)

  it('rejects anything but a promise and a whole number of milliseconds', async () => {
    const { clock, door } = doorOf()
    // @ts-expect-error: the attempt is not its promise
    await expect(clock.runUntil(door.unlock())).rejects.toThrow('pass a promise')
    for (const withinMs of [-1, 0.5, Number.NaN])
      await expect(clock.runUntil(Promise.resolve(), { withinMs })).rejects.toThrow(RangeError)
  })
})
