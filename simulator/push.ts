/** A step of an enrolment, or a deletion: the `bizData` of a push in document 003. */
export interface UnlockMethodStatus {
  /** Whether a method is enrolled or deleted. */
  readonly event: 'unlockMethodEntry' | 'unlockMethodDelete'
  /** 1 an enrolment is started, 2 it is cancelled. */
  readonly operate?: 1 | 2
  readonly raised?: true
  readonly finish?: true
  /** The total number of steps; sent once, without the other counter. */
  readonly totalPeriod?: number
  /** The number of remaining steps. */
  readonly period?: number
}

/** A message in the message queue of the project. */
export interface Push {
  readonly bizCode: 'doorUnlockMethodStatus'
  /** The id of the lock. */
  readonly devId: string
  /** The id of the lock's hardware. */
  readonly uuid: string
  /** Milliseconds since 1970. */
  readonly ts: number
  /** What happened to the method. */
  readonly bizData: UnlockMethodStatus
}
