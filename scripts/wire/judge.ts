import type { SdkError } from '../../src/core/errors/sdk-error'
import type { TransportError } from '../../src/core/errors/transport-error'
import type { Executions } from './counting-cloud'
import type { WireCall } from './wire-call'

/** How a call ended. */
export type Ending =
  | { readonly state: 'done' }
  | { readonly state: 'failed'; readonly error: SdkError }
  /** An error that is not from the package. */
  | { readonly state: 'foreign'; readonly error: unknown }
  | { readonly state: 'unsettled' }

export interface Unjudged {
  readonly call: WireCall
  readonly ending: Ending
}

export interface JudgedCall extends Unjudged {
  readonly executions: Executions
}

/** For the table: what a caller is told. */
export const outcomeOf = (ending: Ending): string => {
  if (ending.state !== 'failed') return ending.state
  const { kind, delivery } = ending.error as SdkError & Partial<TransportError>
  return delivery === 'not-sent' ? 'not sent' : kind
}

/** The claims of an ending that the journal contradicts. */
export const contradictionsOf = ({ call, ending, executions }: JudgedCall): readonly string[] => {
  const { requests, commands } = executions
  const found: string[] = []
  const isCommand = call.kind === 'once'
  if (ending.state === 'unsettled') found.push('did not settle')
  if (ending.state === 'foreign') found.push(`failed with ${String(ending.error)}`)
  if (isCommand && commands > 1) found.push(`was executed ${commands} times`)
  if (ending.state === 'done' && (isCommand ? commands : requests) === 0)
    found.push('is done, and was not executed')
  if (ending.state === 'failed') {
    const outcome = outcomeOf(ending)
    if (outcome === 'not sent' && requests > 0) found.push('is not sent, and was executed')
    // Every other error of a command says that it was not executed.
    const isOpen = outcome === 'outcome-unknown'
    if (isCommand && commands > 0 && !isOpen) found.push(`fails with ${outcome}, and was executed`)
  }
  return found
}
