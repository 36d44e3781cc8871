import { id, int, record, secret, text } from '../../shared'

/** The parameters and result of both operations that unlock over Bluetooth; used field by field. */
export const bleInstructionFields = {
  device_id: id(),
  /** The `_ble_sn` of the Bluetooth instance, then `next_sn`; each number is valid once. */
  bluetooth_sn: int(),
  /** `lock_random.ins` of `doorLock.getIssuedConfig`. */
  device_random: secret(text({ min: 1 })),
}

export const bleInstruction = record({
  key: {
    /** The instruction for the lock; when the lock receives it over Bluetooth, it moves the bolt. */
    instruction: secret(text()),
    /** The `bluetooth_sn` of the next instruction. */
    next_sn: int(),
  },
})
