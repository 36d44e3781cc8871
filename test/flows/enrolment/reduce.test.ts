import { describe, expect, it } from 'vitest'
import { OutcomeUnknownError } from '../../../src/core/errors/outcome-unknown-error'
import { isSdkError, type SdkError } from '../../../src/core/errors/sdk-error'
import { TransportError } from '../../../src/core/errors/transport-error'
import type { EnrolledMethod } from '../../../src/flows/enrolment/enrol-request'
import { lockError, origin } from '../../../src/flows/enrolment/enrolment-error'
import type {
  EnrolmentEffect,
  EnrolmentMessage,
  EnrolmentSetup,
  EnrolmentState,
} from '../../../src/flows/enrolment/enrolment-state'
import { reduce } from '../../../src/flows/enrolment/reduce'

const named: EnrolmentSetup = {
  type: 'fingerprint',
  userId: 'olivia',
  isAnonymous: false,
  runsWhenAccepted: false,
  check: 'the list',
  reportTimeoutMs: 10_000,
  stepTimeoutMs: 60_000,
}
/** As over the cloud: push messages name neither kind nor user, and an accepted start runs. */
const anonymous: EnrolmentSetup = { ...named, isAnonymous: true, runsWhenAccepted: true }

const method: EnrolledMethod = {
  type: 'fingerprint',
  userId: 'olivia',
  unlockSn: 4,
  isAssigned: true,
}
const lost = new TransportError(origin, { delivery: 'unknown', reason: 'the connection broke' })
const rejection = lockError('offline')

const start: EnrolmentMessage = { step: 'start' }
const accepted: EnrolmentMessage = { step: 'accepted' }
const started: EnrolmentMessage = { step: 'started', total: 2 }
const drained: EnrolmentMessage = { step: 'queue-drained' }
const cancel: EnrolmentMessage = { step: 'cancel' }
const done: EnrolmentMessage = { step: 'done', unlockSn: 4 }
const enrolling = (count: number): EnrolmentMessage => ({ step: 'enrolling', done: count })
const stopped = (isKnown: boolean): EnrolmentMessage => ({
  step: 'stop-answered',
  isStopped: isKnown,
  isKnown,
})
const timedOut = (waitId: number): EnrolmentMessage => ({ step: 'timed-out', waitId })
const listsAfterStop = (isKnown: boolean): EnrolmentMessage => ({
  step: 'lists-read',
  purpose: { kind: 'after-stop', isKnown },
})
const listsAfterEnd = (readsLeft: number, found?: EnrolledMethod): EnrolmentMessage => ({
  step: 'lists-read',
  purpose: { kind: 'after-end', readsLeft },
  method: found,
})

const effectText = (effect: EnrolmentEffect): string => {
  switch (effect.type) {
    case 'wait':
      return `wait ${effect.delayMs}`
    case 'read-lists':
      return `read-lists ${effect.purpose.kind}${effect.mayAssign ? ' and assign' : ''}`
    case 'report':
      return 'done' in effect.step
        ? `report ${effect.step.done} of ${effect.step.total}`
        : `report ${effect.step.step}`
    default:
      return effect.type
  }
}

const outcomeText = (outcome: EnrolledMethod | SdkError): string => {
  if (!isSdkError(outcome)) return `method ${outcome.unlockSn}`
  if ('reason' in outcome && outcome.kind === 'lock') return `lock ${String(outcome.reason)}`
  return 'delivery' in outcome ? `${outcome.kind} ${String(outcome.delivery)}` : outcome.kind
}

/** The effects of the last message, and the phase or the outcome. */
const after = (setup: EnrolmentSetup, messages: readonly EnrolmentMessage[]) => {
  let state: EnrolmentState = { phase: 'idle' }
  let effects: readonly EnrolmentEffect[] = []
  for (const message of messages) ({ state, effects } = reduce(setup, state, message))
  return [
    state.phase === 'ended' ? outcomeText(state.outcome) : state.phase,
    ...effects.map(effectText),
  ].join(', ')
}

const running = [start, accepted, started]
const stopping = [...running, cancel, drained]

const table: readonly (readonly [
  rule: string,
  setup: EnrolmentSetup,
  messages: readonly EnrolmentMessage[],
  expected: string,
])[] = [
  ['sends the start command and waits', named, [start], 'sent, wait 60000, send-start'],
  ['sends nothing if cancelled before the start', named, [cancel], 'cancelled not-sent'],
  ['ignores events before the start', named, [started], 'idle'],
  ['waits for the start at the lock', named, [start, accepted], 'sent, wait 10000'],
  ['runs once the lock reports the start', named, running, 'running, wait 60000, report 0 of 2'],
  [
    'runs once the cloud accepts, if that means the start',
    anonymous,
    [start, accepted],
    'running, wait 60000, report 0 of undefined',
  ],
  ['reports each step', named, [...running, enrolling(1)], 'running, wait 60000, report 1 of 2'],
  ['reports a step once', named, [...running, enrolling(1), enrolling(1)], 'running, wait 60000'],
  [
    'ignores a push message that arrives late',
    named,
    [...running, enrolling(2), enrolling(1)],
    'running, wait 60000',
  ],
  ['ends with the stored method', named, [...running, done], 'method 4'],
  [
    'reads the lists for a method without a number',
    named,
    [...running, { step: 'done' }],
    'running, read-lists details',
  ],
  [
    'reads the lists after an end without a result',
    anonymous,
    [...running, { step: 'ended' }],
    'running, read-lists after-end and assign',
  ],
  [
    'waits and reads again while the lists lag',
    anonymous,
    [...running, { step: 'ended' }, listsAfterEnd(2)],
    'running, wait 5000',
  ],
  [
    'ends with the method that the lists show',
    anonymous,
    [...running, { step: 'ended' }, listsAfterEnd(2, method)],
    'method 4',
  ],
  [
    'stops the lock if the lists do not show a method',
    anonymous,
    [...running, { step: 'ended' }, listsAfterEnd(0)],
    'stopping, withdraw-start, drain-queue',
  ],
  [
    'fails with the rejection of the start command',
    named,
    [start, { step: 'refused', error: rejection }],
    'lock offline',
  ],
  [
    'waits for the start after a lost answer, and does not send the command again',
    named,
    [start, { step: 'refused', error: lost }],
    'sent, wait 10000',
  ],
  [
    'continues if the lock starts after a lost answer',
    named,
    [start, { step: 'refused', error: lost }, started],
    'running, wait 60000, report 0 of 2',
  ],
  [
    'stops the lock if nothing follows a lost answer',
    named,
    [start, { step: 'refused', error: lost }, timedOut(2)],
    'stopping, withdraw-start, drain-queue',
  ],
  [
    'waits after a rejection by the lock, which may be for another enrolment',
    named,
    [start, accepted, { step: 'failed', reason: 'duplicate' }],
    'sent, wait 2000',
  ],
  [
    'fails with the reason of the lock while it runs',
    named,
    [...running, { step: 'failed', reason: 'duplicate' }],
    'lock duplicate',
  ],
  [
    'does not stop an enrolment of another app',
    named,
    [start, accepted, { step: 'failed', reason: 'card-running' }, timedOut(3)],
    'lock card-running',
  ],
  [
    'ignores events of another user',
    named,
    [...running, { step: 'enrolling', done: 1, lockUserId: 1 }, { ...done, lockUserId: 2 }],
    'running',
  ],
  ['ignores a replaced timer', named, [...running, enrolling(1), timedOut(3)], 'running'],
  [
    'ends as cancelled if another app stops it',
    named,
    [...running, { step: 'cancelled' }],
    'lock cancelled',
  ],
  [
    'drains the queue before it stops the lock',
    named,
    [...running, cancel],
    'stopping, withdraw-start, drain-queue',
  ],
  [
    'sends one stop command, and reports it',
    named,
    stopping,
    'stopping, report stopping, wait 10000, wait 5000, send-stop',
  ],
  [
    'waits for the answer of the start command before it stops the lock',
    named,
    [start, cancel, drained],
    'stopping, report stopping, wait 10000',
  ],
  [
    'sends the stop command after that answer',
    named,
    [start, cancel, drained, accepted],
    'stopping, wait 5000, send-stop',
  ],
  [
    'ends as not sent if the start command was rejected meanwhile',
    named,
    [start, cancel, cancel, drained, { step: 'refused', error: rejection }],
    'cancelled not-sent',
  ],
  [
    'reads the lists after the stop, because the method may be stored',
    named,
    [...stopping, stopped(true)],
    'stopping, report stopped, read-lists after-stop',
  ],
  [
    'ends as cancelled after the lists',
    named,
    [...stopping, stopped(true), listsAfterStop(true)],
    'cancelled unknown',
  ],
  [
    'ends with a method that the lock stored before the stop',
    named,
    [...stopping, done],
    'method 4',
  ],
  [
    'has an unknown outcome if the stop was not confirmed after a certain failure',
    named,
    [
      ...running,
      { step: 'stream-ended', error: rejection },
      drained,
      timedOut(5),
      listsAfterStop(false),
    ],
    'outcome-unknown',
  ],
  ['ignores everything after the end', named, [...running, done, cancel], 'method 4'],
]

describe('an enrolment', () => {
  it.each(table)('%s', (_rule, setup, messages, expected) => {
    expect(after(setup, messages)).toBe(expected)
  })

  it('sends each command at most once in every row of the table', () => {
    for (const [, setup, messages] of table) {
      let state: EnrolmentState = { phase: 'idle' }
      const sent: string[] = []
      for (const message of messages) {
        const next = reduce(setup, state, message)
        state = next.state
        sent.push(
          ...next.effects.map(({ type }) => type).filter((type) => type.startsWith('send-')),
        )
      }
      expect(sent).toEqual([...new Set(sent)])
    }
  })

  it('does not change its state in place', () => {
    const { state } = reduce(named, { phase: 'idle' }, start)
    const before = JSON.stringify(state)
    reduce(named, state, started)
    expect(JSON.stringify(state)).toBe(before)
  })

  it('names the list to check after an unknown outcome', () => {
    let state: EnrolmentState = { phase: 'idle' }
    for (const message of [
      ...running,
      { step: 'stream-ended', error: rejection } as const,
      drained,
    ])
      ({ state } = reduce(named, state, message))
    for (const message of [timedOut(5), listsAfterStop(false)])
      ({ state } = reduce(named, state, message))
    expect(state.phase === 'ended' && state.outcome).toBeInstanceOf(OutcomeUnknownError)
    expect(state).toMatchObject({ outcome: { check: 'the list' } })
  })
})
