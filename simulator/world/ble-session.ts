/** The shared state of the cloud and a Bluetooth lock, so that no command can be replayed. */
export interface BleSession {
  /** The random number of the lock, 16 hexadecimal digits; none before the first request for one. */
  random?: string
  /** The lock was sent that random number. */
  randomIsSet: boolean
  /** The serial number that the next command with that random must carry; any, before its first command. */
  nextSn?: number
  /** The number of the last instruction for this connection, and the number after its last packet. */
  made?: { readonly sn: number; readonly nextSn: number }
  /** The lock has unlock records that the cloud does not have. */
  recordsWaiting: boolean
}
