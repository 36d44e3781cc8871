import { defineAction } from '../../../src/core/action'
import { csv, flag, id, params } from '../../shared'

/**
 * Has the cloud make a lock report its unlocking methods; no command is left to pass on.
 *
 * Document 003, lines 119-168: a POST by its endpoint, a PUT in the sample; `codes` is in the URL. Only its twin
 * `doorLock.getSyncableOpmodeTypes` documents the interval of five seconds.
 */
export const syncUnlockMethods = defineAction({
  name: 'POST /v1.0/smart-lock/devices/{device_id}/opmodes/actions/sync',
  family: 'open-api',
  safety: 'sync',
  sync: { device: 'device_id', codes: 'codes' },
  locks: ['ble-gateway', 'wifi-keepalive', 'wifi-video', 'access-control'],
  params: params({
    required: { device_id: id() },
    optional: {
      /** Not documented as required or optional; absent means all. */
      codes: csv(),
    },
  }),
  query: ['codes'],
  result: flag(),
})
