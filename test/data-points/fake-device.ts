import { Subject } from 'rxjs'
import type { DeviceLink } from '../../simulator/native/device-link'

export interface FakeDevice extends DeviceLink {
  /** What it was sent, by id. */
  readonly received: Readonly<Record<string, unknown>>[]
  readonly reports$: Subject<Readonly<Record<string, unknown>>>
  isReachable: boolean
}

/** A lock in the hands of a test; its ids are those of no other lock. */
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
