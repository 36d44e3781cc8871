/** A step of an enrolment, or a deletion: what `bizData` of a push of document 003 says. */
export interface UnlockMethodStatus {
  readonly event: 'unlockMethodEntry' | 'unlockMethodDelete'
  /** 1 an enrolment is started, 2 it is cancelled. */
  readonly operate?: 1 | 2
  readonly raised?: true
  readonly finish?: true
  /** The total number of steps; sent once, without the other counter. */
  readonly totalPeriod?: number
  /** The number of steps that are left. */
  readonly period?: number
}

/** A message in the message queue of the project. */
export interface Push {
  readonly bizCode: 'doorUnlockMethodStatus'
  readonly devId: string
  readonly uuid: string
  /** Milliseconds since 1970. */
  readonly ts: number
  readonly bizData: UnlockMethodStatus
}
