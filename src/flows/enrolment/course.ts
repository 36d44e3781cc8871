import type { SdkError } from '../../core/errors/sdk-error'
import type { EnrolmentEvent } from './enrolment-event'

/** What comes in while an enrolment runs: what the lock does, and what becomes of the order to begin. */
export type Mail =
  | EnrolmentEvent
  | { readonly step: 'accepted' }
  | { readonly step: 'refused'; readonly error: SdkError }
  /** Nothing more will be heard of the lock. */
  | { readonly step: 'lost'; readonly error: SdkError }

/** How far it has come. */
export interface Course {
  /** The order to begin was answered, one way or the other. */
  isAnswered: boolean
  /** The lock, or the cloud, said that it has begun. */
  isStarted: boolean
  /** The cloud said that it is over, and its lists show nothing new yet. */
  isEnding: boolean
  /** Why it is not known whether the order to begin arrived. */
  doubt?: SdkError
  done: number
  total?: number
}
