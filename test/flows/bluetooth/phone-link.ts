import { Observable } from 'rxjs'
import type { BleLinkOptions } from '../../../simulator'
import type { DataPoints } from '../../../src/data-points/data-points'
import type { BleLink } from '../../../src/flows/bluetooth/ble-link'
import { countedStream } from '../support/counted'
import { faultyDataPoints } from '../support/faulty-data-points'
import type { FlowHarness } from '../support/flow-harness'

export interface PhoneLink extends BleLink {
  /** The sent instructions, oldest first. */
  readonly sent: readonly string[]
  /** Breaks the connection, as if the phone goes out of range. */
  break(): void
}

/** The instruction is sent through the faulty data points, so that it has the same faults. */
const INSTRUCTION = 'instruction'

/** A new connection of a simulated phone to the lock of a harness; counts the subscriptions of the flow. */
export const createPhoneLink = (harness: FlowHarness, options: BleLinkOptions = {}): PhoneLink => {
  const { simulator, clock, deviceId, listeners } = harness
  const link = simulator.asBleLink({ deviceId, ...options })
  const sent: string[] = []
  const dataPoints: DataPoints = {
    send: (dps) =>
      INSTRUCTION in dps
        ? new Observable((subscriber) => {
            link.send(String(dps[INSTRUCTION])).then(
              () => subscriber.complete(),
              (error) => subscriber.error(error),
            )
          })
        : link.dataPoints.send(dps),
    reports$: link.dataPoints.reports$,
  }
  const faulty = faultyDataPoints(dataPoints, clock, (dps) =>
    harness.recordStep(`send ${Object.keys(dps).join(', ')}`),
  )
  return {
    get sn() {
      return link.sn
    },
    set sn(sn) {
      link.sn = sn
    },
    majorVersion: link.majorVersion,
    dataPoints: { send: faulty.send, reports$: countedStream(faulty.reports$, listeners) },
    send: (instruction) => {
      sent.push(instruction)
      return new Promise<void>((resolve, reject) => {
        faulty.send({ [INSTRUCTION]: instruction }).subscribe({ complete: resolve, error: reject })
      })
    },
    broken$: countedStream(link.broken$, listeners),
    sent,
    break: link.break,
  }
}
