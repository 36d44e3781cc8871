import { createClock, createSimulator } from '../../simulator'
import type { Fault } from '../../simulator/faults/fault'
import type { Count } from '../../test/flows/support/counted'
import { repeatableRandom, START_MS } from '../../test/flows/support/flow-harness'
import { pass } from '../../test/flows/support/settle'
import { openPanels } from './open-panels'
import { createRestartingCloud, frontDoor } from './restarting-cloud'
import { type Outcomes, useFlows, watch } from './visit'

const MINUTE_MS = 60_000
const STEP_MS = 100
/** The lock and the cloud are replaced this often. */
const RESTART_MINUTES = 5
const BEFORE_FAULT_MS = 5_000
const FAULT_MS = 3_000
const AFTER_FAULT_MS = 12_000
/** From the opening of a page to its close, if its flows have ended. */
const VISIT_MS = 40_000

/** One in each minute, for every request of some seconds. */
const faults: readonly (Fault | 'offline' | 'none')[] = [
  ...(['none', 'drop-after', 'none', 'drop-before', 'offline', 'none', 'garbage'] as const),
  ...(['none', 'slow', 'none', 'throttle', { status: 502 }] as const),
]

/** What is open at one moment. */
interface OpenCounts {
  readonly listeners: number
  readonly timers: number
}

export interface PanelLife {
  /** Takes a minute of the clock, or as long as its flows. */
  readonly minute: () => Promise<void>
  readonly open: () => OpenCounts
  readonly outcomes: Outcomes
  readonly nowMs: () => number
  readonly close: () => Promise<void>
}

/** Two panels for one lock: every minute a page of each opens, uses every flow among faults, loses its streams, and closes. */
export const createPanelLife = (): PanelLife => {
  const clock = createClock({ startMs: START_MS, frozen: true })
  const random = repeatableRandom(11)
  const listeners: Count = { now: 0 }
  const timers: Count = { now: 0 }
  const outcomes: Outcomes = {}
  const cloud = createRestartingCloud(() => createSimulator({ clock, random }))
  const panels = openPanels({ cloud, clock, random, listeners, timers })
  let minutes = 0

  /** What happens at the door, and in the network. */
  const happen = async (): Promise<void> => {
    const fault = faults[minutes % faults.length] ?? 'none'
    const { simulator } = cloud
    simulator.askToUnlock(frontDoor.id)
    await pass(clock, BEFORE_FAULT_MS)
    if (fault === 'offline') simulator.lock(frontDoor.id).online = false
    else if (fault !== 'none') simulator.faults.always('*', fault)
    await pass(clock, FAULT_MS)
    simulator.faults.clear()
    simulator.lock(frontDoor.id).online = true
    simulator.doAtDoor(frontDoor.id, { kind: 'turn-bolt', isOpen: minutes % 2 === 0 })
    simulator.doAtDoor(frontDoor.id, { kind: 'ring-doorbell' })
    await pass(clock, AFTER_FAULT_MS)
  }

  const passUntil = (timeMs: number) => pass(clock, Math.max(0, timeMs - clock.now()))

  const minute = async (): Promise<void> => {
    const startMs = clock.now()
    minutes += 1
    if (minutes % RESTART_MINUTES === 0) cloud.restart()
    const doors = panels.map(({ openPage }) => openPage())
    const watching = doors.map(watch)
    let hasEnded = false
    const flows = Promise.all(doors.map((door) => useFlows(door, clock.now, outcomes)))
    void flows.then(() => {
      hasEnded = true
    })
    await happen()
    // The app goes to the background, and comes back.
    for (const each of watching) each.unsubscribe()
    const again = doors.map(watch)
    await passUntil(startMs + VISIT_MS)
    for (const each of again) each.unsubscribe()
    while (!hasEnded) await pass(clock, STEP_MS)
    await passUntil(startMs + MINUTE_MS)
  }

  return {
    minute,
    open: () => ({ listeners: listeners.now, timers: timers.now }),
    outcomes,
    nowMs: clock.now,
    close: async () => {
      for (const { close } of panels) close()
      await pass(clock, MINUTE_MS)
    },
  }
}
