import { describe, expect, it } from 'vitest'
import { contradictionsOf, type Ending } from '../../scripts/wire/judge'
import { type CallKind, wireCall } from '../../scripts/wire/wire-call'
import { OutcomeUnknownError } from '../../src/core/errors/outcome-unknown-error'
import { TransportError } from '../../src/core/errors/transport-error'

const origin = { action: 'device.control' }
const judge = (kind: CallKind, ending: Ending, requests: number, commands = requests) =>
  contradictionsOf({
    call: { ...wireCall(0, () => 0), kind },
    ending,
    executions: { requests, commands },
  })
const failed = (error: TransportError | OutcomeUnknownError): Ending => ({ state: 'failed', error })
const lost = new TransportError(origin, { delivery: 'unknown', reason: 'lost' })
const unsent = new TransportError(origin, { delivery: 'not-sent', reason: 'refused' })

describe('the judge of the wire faults', () => {
  it('reports a command that was executed twice, also if its outcome is unknown', () => {
    const unknown = failed(new OutcomeUnknownError(origin, lost, undefined))
    expect(judge('once', unknown, 2)).toEqual(['was executed 2 times'])
    expect(judge('once', unknown, 1)).toEqual([])
    expect(judge('once', unknown, 0)).toEqual([])
  })

  it('reports a success without an execution', () => {
    expect(judge('once', { state: 'done' }, 0)).toEqual(['is done, and was not executed'])
    expect(judge('read', { state: 'done' }, 0)).toEqual(['is done, and was not executed'])
    expect(judge('once', { state: 'done' }, 1)).toEqual([])
    expect(judge('read', { state: 'done' }, 3, 0)).toEqual([])
  })

  it('reports a failure that denies an execution', () => {
    expect(judge('idempotent', failed(unsent), 1, 0)).toEqual(['is not sent, and was executed'])
    expect(judge('once', failed(lost), 1)).toEqual(['fails with transport, and was executed'])
    expect(judge('read', failed(lost), 1, 0)).toEqual([])
  })

  it('reports a call that does not settle, and an error that is not from the package', () => {
    expect(judge('read', { state: 'unsettled' }, 0)).toEqual(['did not settle'])
    expect(judge('read', { state: 'foreign', error: new TypeError('no') }, 0)).toEqual([
      'failed with TypeError: no',
    ])
  })
})
