import { bytesOf } from './hex'

/** The value of `unlock_method_create`: a head, the validity of the method, and the digits of a password. */
export interface EnrolCommand {
  readonly type: number
  readonly stage: number
  readonly isAdmin: number
  readonly memberId: number
  readonly pin: readonly number[]
}

export const stages = { start: 0x00, running: 0xfc, failed: 0xfd, cancel: 0xfe, complete: 0xff }

/** Type, stage, administrator, user, number of the method; the validity; how often it opens; how many digits. */
const BEFORE_PIN = 5 + 17 + 1 + 1

/** `undefined` for bytes that a lock cannot read. */
export const readEnrolCommand = (value: unknown): EnrolCommand | undefined => {
  const bytes = bytesOf(value)
  if (bytes === undefined) return undefined
  const [type, stage, isAdmin, memberId] = bytes
  const pin = bytes.slice(BEFORE_PIN)
  if (type === undefined || stage === undefined || isAdmin === undefined || memberId === undefined)
    return undefined
  return bytes[BEFORE_PIN - 1] === pin.length ? { type, stage, isAdmin, memberId, pin } : undefined
}
