import { Observable } from 'rxjs'
import type { BleLinkOptions } from '../../../simulator'
import type { DataPoints } from '../../../src/data-points/data-points'
import type { BleLink } from '../../../src/flows/bluetooth/ble-link'
import { countedStream } from '../support/counted'
import { faultedLink } from '../support/faulted-link'
import type { Stage } from '../support/stage'

export interface PhoneLink extends BleLink {
  /** The instructions that were handed over, oldest first. */
  readonly sent: readonly string[]
  /** The phone goes out of reach. */
  break(): void
}

/** The instruction goes over the same air as data points, with the same faults. */
const INSTRUCTION = 'instruction'

/** A new connection to the lock of a stage, with everything counted that a flow could leave open. */
export const phoneLink = (stage: Stage, options: BleLinkOptions = {}): PhoneLink => {
  const { simulator, clock, deviceId, listeners } = stage
  const link = simulator.asBleLink({ deviceId, ...options })
  const sent: string[] = []
  const over: DataPoints = {
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
  const air = faultedLink(over, clock, (dps) => stage.strike(`send ${Object.keys(dps).join(', ')}`))
  return {
    get sn() {
      return link.sn
    },
    set sn(sn) {
      link.sn = sn
    },
    majorVersion: link.majorVersion,
    dataPoints: { send: air.send, reports$: countedStream(air.reports$, listeners) },
    send: (instruction) => {
      sent.push(instruction)
      return new Promise<void>((resolve, reject) => {
        air.send({ [INSTRUCTION]: instruction }).subscribe({ complete: resolve, error: reject })
      })
    },
    broken$: countedStream(link.broken$, listeners),
    sent,
    break: link.break,
  }
}
