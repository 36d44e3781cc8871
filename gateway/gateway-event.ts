/** One call that the gateway has answered. Contains no parameter and no session. */
export interface GatewayEvent {
  /** Identifies the call; the answer contains it too. */
  readonly tid: string
  /** Absent if the request could not be read. */
  readonly action?: string
  /** Absent without a signed-in user. */
  readonly userId?: string
  /** The ids of the devices that the call names; empty if it names none. */
  readonly deviceIds: readonly string[]
  /** The HTTP status. */
  readonly status: number
  /** Of the cloud or of the gateway; absent for a success. */
  readonly code?: number | string
  /** From the receipt of the request to its answer. */
  readonly durationMs: number
  /** A command was answered from the outcome of an earlier request. */
  readonly isRepeat: boolean
}
