import { Subject } from 'rxjs'
import type { DeviceLink } from '../../simulator/hardware/device-link'

export interface FakeDevice extends DeviceLink {
  /** The data points that the lock received, by id. */
  readonly received: Readonly<Record<string, unknown>>[]
  readonly reports$: Subject<Readonly<Record<string, unknown>>>
  isReachable: boolean
}

/** A lock that the test controls, with data point ids that no other lock uses. */
export const fakeDevice = (): FakeDevice => {
  const device: FakeDevice = {
    deviceId: 'vdevo1',
    schema: [
      { dp_code: 'unlock_fingerprint', dp_id: 12 },
      { dp_code: 'temporary_password_delete', dp_id: 52 },
    ],
    received: [],
    reports$: new Subject(),
    isReachable: true,
    publish: (dps) => {
      if (device.isReachable) device.received.push(dps)
      return device.isReachable
    },
  }
  return device
}
