import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { createPanel } from '../../src/core/panel/create-panel'
import { scriptedCloud } from '../support/cloud'
import { openParams } from '../support/panels'

const yes = [true, 'true', 1, '1']
const no = [false, 'false', 0, '0']
const unclear = [null, '']
const noCode = [undefined, null, '', 0, '0']
const failingCode = [1106, '1106', 2001, 'PERMISSION_DENIED']

/** The outcome of one command whose answer is this envelope. */
const outcomeOf = async (envelope: object): Promise<string> => {
  const cloud = scriptedCloud(envelope)
  const panel = createPanel({ actions: allActions, transport: cloud.transport })
  const outcome = await panel
    .apiRequest('doorLock.passwordFreeOpen', openParams, { retry: false })
    .then(
      (result) => `done ${result}`,
      (error: { readonly kind: string }) => error.kind,
    )
  expect(cloud.requests).toHaveLength(1)
  return outcome
}

/** By the rules of an envelope, written a second time and independently of the reader. */
const expectedOf = (success: unknown, codes: readonly unknown[]): string => {
  if (yes.includes(success as never)) return 'done true'
  if (no.includes(success as never)) return 'vendor'
  return codes.some((code) => failingCode.includes(code as never)) ? 'vendor' : 'outcome-unknown'
}

const envelopes = fc.record({
  success: fc.constantFrom<unknown>(...yes, ...no, ...unclear),
  code: fc.constantFrom<unknown>(...noCode, ...failingCode),
  errorCode: fc.constantFrom<unknown>(...noCode, ...failingCode),
})

describe('the answer to a command', () => {
  it('is a success only with a success flag, and a refusal only with a failing code or a failure flag', () =>
    fc.assert(
      fc.asyncProperty(envelopes, async ({ success, code, errorCode }) => {
        const envelope = { success, code, errorCode, result: true, t: 1, msg: 'words' }
        expect(await outcomeOf(envelope)).toBe(expectedOf(success, [code, errorCode]))
      }),
      { numRuns: 300 },
    ))
})
