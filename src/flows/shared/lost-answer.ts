import {
  isOutcomeUnknownError,
  type OutcomeUnknownError,
} from '../../core/errors/outcome-unknown-error'
import { isTransportError, type TransportError } from '../../core/errors/transport-error'

/** Whether the answer to a command was lost, so that the command may have executed. */
export const isLostAnswer = (error: unknown): error is TransportError | OutcomeUnknownError =>
  isOutcomeUnknownError(error) || (isTransportError(error) && error.delivery === 'unknown')
