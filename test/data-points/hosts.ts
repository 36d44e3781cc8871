import { NEVER, Observable, queueScheduler } from 'rxjs'
import type { DeviceLink } from '../../simulator/hardware/device-link'
import { lockDataPoints } from '../../simulator/hardware/lock-data-points'
import { fakeTy } from '../../simulator/native/fake-ty'
import { fakeTYSdk } from '../../simulator/native/fake-ty-sdk'
import type { DataPoints } from '../../src/data-points/data-points'
import { dpSchema } from '../../src/data-points/dp-schema'
import { tyDataPoints } from '../../src/data-points/ty-data-points'
import { tySdkDataPoints } from '../../src/data-points/ty-sdk-data-points'

export interface DpHost {
  readonly dataPoints: DataPoints
  listenerCount(): number
  /** Adds a second listener of the page; returns the events that it receives. */
  addPageListener(): readonly unknown[]
}

const noCloud = () => NEVER

/** Every host of data points, each over one lock. */
export const dpHosts: Readonly<Record<string, (device: DeviceLink) => DpHost>> = {
  TYSdk: (device) => {
    const host = fakeTYSdk(noCloud, queueScheduler, { device })
    return {
      dataPoints: tySdkDataPoints(host),
      listenerCount: () => host.event.listenerCount('deviceDataChange'),
      addPageListener: () => {
        const received: unknown[] = []
        host.event.on('deviceDataChange', (event) => received.push(event))
        return received
      },
    }
  },
  ty: (device) => {
    const host = fakeTy(noCloud, queueScheduler, device)
    const { deviceId } = device
    return {
      dataPoints: tyDataPoints(host, { deviceId, schema: dpSchema(device.schema) }),
      listenerCount: host.listenerCount,
      addPageListener: () => {
        const received: unknown[] = []
        host.device.onDpDataChange((event) => received.push(event))
        return received
      },
    }
  },
  'the simulator without a host': (device) => {
    let listeners = 0
    const counted$ = new Observable<Readonly<Record<string, unknown>>>((subscriber) => {
      listeners++
      subscriber.add(() => listeners--)
      return device.reports$.subscribe(subscriber)
    })
    return {
      dataPoints: lockDataPoints({ ...device, reports$: counted$ }),
      listenerCount: () => listeners,
      addPageListener: () => {
        const received: unknown[] = []
        counted$.subscribe((report) => received.push(report))
        return received
      },
    }
  },
}
