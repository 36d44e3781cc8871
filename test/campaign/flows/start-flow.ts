import { MOTOR } from '../../../simulator/world/record-bolt'
import { reportedValue } from '../../../simulator/world/report'
import { isSdkError } from '../../../src/core/errors/sdk-error'
import type { Facts, FlowRun } from './facts'
import { changeInput, type FlowContext, flowKinds } from './flow-kinds'
import type { FlowStep } from './story'
import type { Phone } from './story-world'

const idIn = (value: unknown): string | undefined => {
  const { id } = Object(value) as { readonly id?: unknown }
  return typeof id === 'string' ? id : undefined
}

/** The id that the latest run of a flow returned. */
const latestId = ({ runs }: Facts, flow: string): string =>
  runs
    .filter((run) => run.flow === flow && run.state === 'done')
    .map(({ value }) => idIn(value))
    .at(-1) ?? '1'

/** Calls a flow of the open page, and follows it. */
export const startFlow = (
  facts: Facts,
  phone: Phone,
  { panel, flow, changesInput }: FlowStep,
  host: FlowRun['host'],
): void => {
  const kind = flowKinds[flow]
  if (kind === undefined) throw new RangeError(`no flow ${flow}`)
  const { clock, lock, runs } = facts
  const run: FlowRun = {
    number: runs.length + 1,
    panel,
    host,
    session: phone.session,
    flow,
    startedAt: clock.now(),
    endedAt: Number.POSITIVE_INFINITY,
    state: 'running',
    value: undefined,
    error: undefined,
    isCancelled: false,
    atEnd: undefined,
    cancel: undefined,
    subscribeAgain: () => {},
  }
  const context: FlowContext = {
    number: run.number,
    nowMs: clock.now(),
    hasShortPins: lock.type !== 'wifi',
    passwordId: latestId(facts, 'create password'),
    memberId: latestId(facts, 'add member'),
    afterCall: (input) => {
      if (changesInput) changeInput(input)
    },
  }
  runs.push(run)
  const end = (state: 'done' | 'failed') => {
    run.state = state
    run.endedAt = clock.now()
    run.atEnd = {
      isOpen: reportedValue(lock, MOTOR) === true,
      isAsked: lock.unlockRequestedAtMs !== undefined,
    }
    facts.activity++
  }
  const fail = (error: unknown) => {
    run.error = error
    end('failed')
    if (!isSdkError(error)) facts.findings.add(`flow ${run.number} (${flow}) fails with ${error}`)
  }
  const done = (value: unknown) => {
    run.value = value
    end('done')
  }
  let started: ReturnType<typeof kind.start>
  try {
    started = kind.start(phone.panel().page(), context)
  } catch (error) {
    fail(error)
    return
  }
  if (!('done' in started)) {
    started.then(done, fail)
    return
  }
  const attempt = started
  attempt.done.then(done, fail)
  run.cancel = attempt.cancel
  let states = attempt.state$.subscribe()
  run.subscribeAgain = () => {
    states.unsubscribe()
    states = attempt.state$.subscribe()
  }
}
