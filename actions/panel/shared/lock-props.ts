import { flag } from '../../shared'

/** The properties of a lock that are known; used field by field. */
export const lockPropFields = {
  /** The switch of remote unlocking, in the demo of a Zigbee lock. */
  isRemoteOpen: flag(),
  /** The same switch, in an example of the vendor's app SDK for Bluetooth locks. */
  UNLOCK_PHONE_REMOTE: flag(),
}
