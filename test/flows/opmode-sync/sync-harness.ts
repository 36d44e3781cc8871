import { Observable } from 'rxjs'
import { type Lock, seed } from '../../../simulator'
import type { DataPoints, DpValues } from '../../../src/data-points/data-points'
import { type OpmodeSync, opmodeSync } from '../../../src/flows/opmode-sync/opmode-sync'
import type { SyncedOpmodes, SyncStep } from '../../../src/flows/opmode-sync/synced-opmodes'
import type { Attempt } from '../../../src/flows/shared/attempt'
import type { LockOptions } from '../../../src/flows/shared/lock-options'
import { createHarness, type HarnessOptions } from '../support/flow-harness'

export const PERMISSION = 'doorLock.getSyncableOpmodeTypes'

export const syncHarness = ({
  options: more,
  ...harnessOptions
}: Partial<HarnessOptions> & { readonly options?: Partial<LockOptions> } = {}) => {
  const harness = createHarness({
    lock: seed.locks.gardenGate,
    families: ['mini-program'],
    dataPoints: true,
    ...harnessOptions,
  })
  const options = { ...harness.options, ...more }
  const flow: OpmodeSync = opmodeSync(harness.panel, harness.deviceId, options)
  return {
    ...harness,
    flow,
    commands: () => harness.simulator.journal.map(({ command }) => command),
    /** The number of open timers and subscriptions. */
    openCount: () => harness.listeners.now + harness.timers.now,
  }
}

/** Replaces the methods of a lock by this number of fingerprints of one user. */
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

/** A lock that answers each synchronisation immediately with the packets of the test. */
export const answering = (
  answers: readonly (readonly string[])[],
): { readonly dataPoints: DataPoints; readonly sent: readonly DpValues[] } => {
  const sent: DpValues[] = []
  let emit: (report: DpValues) => void = () => {}
  return {
    sent,
    dataPoints: {
      reports$: new Observable((subscriber) => {
        emit = (report) => subscriber.next(report)
      }),
      send: (dps) =>
        new Observable((subscriber) => {
          const packets = answers[sent.length] ?? []
          sent.push(dps)
          for (const packet of packets) emit({ synch_method: packet })
          subscriber.complete()
        }),
    },
  }
}
