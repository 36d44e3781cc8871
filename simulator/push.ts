/** A step of an enrolment, or a deletion: what `bizData` of a push of document 003 says. */
export interface UnlockMethodStatus {
  readonly event: 'unlockMethodEntry' | 'unlockMethodDelete'
  /** 1 an enrolment is started, 2 it is cancelled. */
  readonly operate?: 1 | 2
  readonly raised?: true
  readonly finish?: true
  /** How many times in all; said once, without the other counter. */
  readonly totalPeriod?: number
  /** How many times are left. */
  readonly period?: number
}

/** What the cloud puts into the message queue of the project. */
export interface Push {
  readonly bizCode: 'doorUnlockMethodStatus'
  readonly devId: string
  readonly uuid: string
  /** Milliseconds since 1970. */
  readonly ts: number
  readonly bizData: UnlockMethodStatus
}
