/** What the cloud and a Bluetooth lock agree on, so that no command can be replayed. */
export interface BleSession {
  /** The random number of the lock, 16 hexadecimal digits; none before somebody first asked. */
  random?: string
  /** The lock was sent that random number. */
  randomIsSet: boolean
  /** The serial number that the next command with that random must carry; any, before its first command. */
  nextSn?: number
  /** The number of the instruction that was made last for this connection, and the one that follows its last packet. */
  made?: { readonly sn: number; readonly nextSn: number }
  /** The lock holds records of openings that the cloud has not seen. */
  recordsWaiting: boolean
}
