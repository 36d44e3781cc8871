import { id, int, record, secret, text } from '../../shared'

/** What both operations that open a lock over Bluetooth ask for; taken field by field. */
export const bleInstructionFields = {
  device_id: id(),
  /** The `_ble_sn` of the Bluetooth instance, then `next_sn`: each number serves once. */
  bluetooth_sn: int(),
  /** `lock_random.ins` of `doorLock.getIssuedConfig`. */
  device_random: secret(text({ min: 1 })),
}

export const bleInstruction = record({
  required: {
    /** What the lock carries out when it gets it over Bluetooth: it moves the bolt. */
    instruction: secret(text()),
    /** The `bluetooth_sn` of the next instruction. */
    next_sn: int(),
  },
})
