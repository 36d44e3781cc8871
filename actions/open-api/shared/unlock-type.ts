import { oneOf } from '../../shared'

/** A kind of unlocking method, without the prefix unlock_ of its DP code. */
export const unlockType = oneOf(['fingerprint', 'password', 'card'])

/** Three tables of document 003 say "remote control" in prose; the enrolment uses this value. */
export const unlockTypeOrRemote = oneOf(['fingerprint', 'password', 'card', 'remoteControl'])
