import { Observable } from 'rxjs'
import { type Lock, seed } from '../../../simulator'
import type { DataPoints, DpValues } from '../../../src/data-points/data-points'
import { type OpmodeSync, opmodeSync } from '../../../src/flows/opmode-sync/opmode-sync'
import type { SyncedOpmodes, SyncStep } from '../../../src/flows/opmode-sync/synced-opmodes'
import type { Attempt } from '../../../src/flows/shared/attempt'
import type { LockOptions } from '../../../src/flows/shared/lock-options'
import { createHarness, type HarnessOptions } from '../support/flow-harness'

export const ASK = 'doorLock.getSyncableOpmodeTypes'

export const atTheLock = ({
  options: more,
  ...wanted
}: Partial<HarnessOptions> & { readonly options?: Partial<LockOptions> } = {}) => {
  const stage = createHarness({
    lock: seed.locks.gardenGate,
    families: ['mini-program'],
    dataPoints: true,
    ...wanted,
  })
  const options = { ...stage.options, ...more }
  const flow: OpmodeSync = opmodeSync(stage.panel, stage.deviceId, options)
  return {
    ...stage,
    flow,
    orders: () => stage.simulator.journal.map(({ command }) => command),
    /** How many timers and listeners there are, once the window has closed. */
    left: () => stage.listeners.now + stage.timers.now,
  }
}

/** So many fingerprints of one user, and nothing else. */
export const fillWith = ({ opmodes }: Pick<Lock, 'opmodes'>, count: number): void => {
  const [first] = opmodes
  if (first === undefined) throw new Error('the seed has no method')
  opmodes.splice(
    0,
    opmodes.length,
    ...Array.from({ length: count }, (_, index) => ({ ...first, unlockSn: index + 1 })),
  )
}

export const statesOf = (attempt: Attempt<SyncStep, SyncedOpmodes>) => {
  const states: (SyncStep | { readonly step: 'done' | 'failed' })[] = []
  attempt.state$.subscribe((state) => states.push(state))
  return states
}

/** A lock that answers a synchronisation with what a test wants, at once. */
export const answering = (
  answers: readonly (readonly string[])[],
): { readonly dataPoints: DataPoints; readonly sent: readonly DpValues[] } => {
  const sent: DpValues[] = []
  let tell: (report: DpValues) => void = () => {}
  return {
    sent,
    dataPoints: {
      reports$: new Observable((subscriber) => {
        tell = (report) => subscriber.next(report)
      }),
      send: (dps) =>
        new Observable((subscriber) => {
          const packets = answers[sent.length] ?? []
          sent.push(dps)
          for (const packet of packets) tell({ synch_method: packet })
          subscriber.complete()
        }),
    },
  }
}
