import type { CallStep, Outcome, Step, Story } from './story'

const describeOutcome = ({ kind, afterMs, headersMs }: Outcome): string =>
  [
    headersMs === undefined ? '' : `sent after ${headersMs} ms, `,
    kind,
    afterMs === undefined ? ' at once' : ` after ${afterMs} ms`,
  ].join('')

const describeCall = (call: CallStep): string => {
  const isSync = call.class.endsWith('sync')
  const details = [
    isSync && `device ${call.device}, codes "${call.codes}"`,
    `outcomes: ${call.outcomes.map(describeOutcome).join('; ')}`,
    call.handler && `the handler ${call.handler}`,
    call.subscribers > 1 && `${call.subscribers} subscribers`,
    call.changesParams && 'then changes its parameters',
    call.deadlineMs && `deadline ${call.deadlineMs} ms`,
    call.timeoutMs && `time-out ${call.timeoutMs} ms`,
    call.maxAttempts && `maxAttempts ${call.maxAttempts}`,
    call.background && 'in the background',
    call.signal !== undefined && `signal ${call.signal}`,
    call.reaction && `at "${call.reaction.place}" the app does: ${call.reaction.act}`,
  ]
  return `calls a ${call.class} action by ${call.by}; ${details.filter(Boolean).join('; ')}`
}

const describeStep = (step: Step): string => {
  switch (step.step) {
    case 'call':
      return describeCall(step)
    case 'pages':
      return `asks for ${step.nextCount} pages at once; outcomes: ${step.outcomes.map(describeOutcome).join('; ')}`
    case 'burst':
      return `makes ${step.count} ${step.class} calls, answered at once`
    case 'wait':
      return `waits ${step.ms} ms`
    case 'abort':
      return `aborts signal ${step.signal}`
    case 'unsubscribe':
      return `unsubscribes the call ${step.call} before the latest`
    case 'subscribe again':
      return `subscribes again the call ${step.call} before the latest`
    case 'hold':
      return `holds the window of device ${step.device} for ${step.ms} ms`
    case 'close':
      return 'closes the panel'
  }
}

/** One line for each step. */
export const describeStory = ({ maxOpen, random, steps }: Story): string =>
  [
    `A panel with maxOpen ${maxOpen} and random ${random}. The app:`,
    ...steps.map((step, index) => `${index + 1}. ${describeStep(step)}`),
  ].join('\n')
